// Small comforts on every page; each page works without them.

/** Shows a short message for a few seconds; readers of screens hear it too. */
export function toast(text) {
  const note = document.createElement('div');
  note.className = 'toast';
  note.textContent = text;
  document.querySelector('.toasts')?.append(note);
  setTimeout(() => note.remove(), 6000);
}

document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-dialog]');
  if (opener) {
    const dialog = document.getElementById(opener.dataset.dialog);
    if (dialog?.showModal) {
      event.preventDefault();
      opener.closest('details.menu')?.removeAttribute('open');
      dialog.showModal();
    }
    return;
  }
  if (event.target.closest('[data-close]')) {
    event.target.closest('dialog')?.close();
    return;
  }
  if (event.target.matches('dialog')) {
    event.target.close();
  }
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const menu = document.querySelector('details.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

// A code that is pasted with blanks or dashes fills its six boxes.
document.addEventListener('input', (event) => {
  const field = event.target;
  if (field.matches('.code input') && /\D/.test(field.value)) field.value = field.value.replace(/\D/g, '');
});

// What was typed stays in this browser until somebody signs out.
document.addEventListener('submit', (event) => {
  if (event.target.getAttribute('action') !== '/logout') return;
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith('capitune.draft.')) localStorage.removeItem(name);
  }
});

// A form marked data-once is sent once, however often its button is pressed.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('[data-once]')) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'true';
  form.querySelector('[type=submit], button:not([type])')?.setAttribute('aria-disabled', 'true');
});
// Coming back by the browser's arrow finds the form ready again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('[data-once]')) {
    delete form.dataset.sent;
    form.querySelector('[aria-disabled]')?.removeAttribute('aria-disabled');
  }
});

// Buttons that copy what a page shows once, or print it, are there where the browser can.
for (const button of document.querySelectorAll(navigator.clipboard ? '[data-copy], [data-print]' : '[data-print]')) button.hidden = false;
document.addEventListener('click', async (event) => {
  if (event.target.closest('[data-print]')) window.print();
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const list = document.querySelector(button.dataset.copy);
  try {
    await navigator.clipboard.writeText([...list.children].map((line) => line.textContent.trim()).join('\n'));
    toast(button.dataset.copied);
  } catch {
    // The browser does not let us: then it is one keystroke for its owner.
    getSelection().selectAllChildren(list);
    toast(button.dataset.selected);
  }
});

document.addEventListener('change', (event) => {
  if (event.target.matches('[data-autosubmit]')) event.target.form?.requestSubmit();
});
