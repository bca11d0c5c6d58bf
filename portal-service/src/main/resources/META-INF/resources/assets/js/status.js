// The status page: says aloud what changes, and stays calm when the connection is lost. htmx asks for the part that moves.

const live = document.querySelector('[data-live]');
const lost = document.querySelector('[data-lost]');
const now = () => document.getElementById('progress')?.dataset.now ?? '';
let said = now();

document.addEventListener('htmx:afterSettle', () => {
  lost.hidden = true;
  if (now() !== said) {
    said = now();
    live.textContent = said;
  }
});

document.addEventListener('htmx:sendError', () => {
  lost.hidden = false;
});

document.addEventListener('htmx:responseError', (event) => {
  // Cancelled elsewhere, or replaced by its correction: the page says so.
  if (event.detail.xhr.status === 404) location.reload();
  else lost.hidden = false;
});
