// A short message that may be taken back.

/** Shows the text for ten seconds; with a word and what it does, as a button. */
export function offer(text, word, undo) {
  const note = document.createElement('div');
  note.className = 'toast';
  const said = document.createElement('span');
  said.textContent = text;
  note.append(said);
  const timer = setTimeout(() => note.remove(), 10000);
  if (undo) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'toast__undo';
    button.textContent = word;
    button.addEventListener('click', () => {
      clearTimeout(timer);
      note.remove();
      undo();
    });
    note.append(button);
  }
  const place = document.querySelector('.toasts');
  place.replaceChildren(note);
}
