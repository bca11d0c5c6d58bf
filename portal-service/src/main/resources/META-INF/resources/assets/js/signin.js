// Counts down to the next mail that may be asked for. Without it the button is simply there, and the server holds the limit.
const waiting = document.querySelector('[data-resend-in]');
const form = document.querySelector('[data-resend]');

if (waiting && form) {
  const end = Date.now() + Number(waiting.dataset.resendIn) * 1000;
  const left = waiting.querySelector('[data-resend-left]');

  const show = () => {
    const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    waiting.hidden = seconds === 0;
    form.hidden = seconds > 0;
    if (seconds > 0) setTimeout(show, 1000);
  };
  show();
}
