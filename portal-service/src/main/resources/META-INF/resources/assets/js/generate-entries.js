// Entries of the form's lists. A field's name, an entry's place and a button's value all begin with the entry's JSON pointer;
// when an entry moves, its pointer is written anew wherever it stands.

const list = (editor, at) => editor.querySelector(`[data-list="${at}"]`);
const entries = (of) => [...of.children].filter((child) => child.dataset.at);
const parent = (at) => at.slice(0, at.lastIndexOf('/'));

/** Adds an entry at the end, or after another, and goes to its first field. */
export function addEntry(editor, at, after) {
  const of = list(editor, at);
  const entry = of.querySelector(':scope > template').content.firstElementChild.cloneNode(true);
  if (after) after.after(entry);
  else of.querySelector(':scope > template').before(entry);
  renumber(of, at);
  entry.querySelector('input:not([type=hidden]), textarea, select')?.focus();
}

/** Removes an entry; gives what brings it back. */
export function removeEntry(editor, at) {
  const of = list(editor, parent(at));
  const entry = of.querySelector(`:scope > [data-at="${at}"]`);
  const before = entry.nextElementSibling;
  const neighbour = entry.nextElementSibling?.dataset?.at ? entry.nextElementSibling : entry.previousElementSibling;
  entry.remove();
  renumber(of, parent(at));
  (neighbour?.dataset?.at ? neighbour.querySelector('summary, input:not([type=hidden]), textarea') : adder(editor, parent(at)))?.focus();
  return () => {
    of.insertBefore(entry, before?.parentNode === of ? before : of.querySelector(':scope > template'));
    renumber(of, parent(at));
    entry.querySelector('summary, input:not([type=hidden]), textarea')?.focus();
  };
}

/** Moves an entry one place; the button that did it keeps the focus. */
export function moveEntry(editor, at, by, value) {
  const of = list(editor, parent(at));
  const all = entries(of);
  const from = all.findIndex((entry) => entry.dataset.at === at);
  const to = from + by;
  if (to < 0 || to >= all.length) return;
  if (by < 0) all[to].before(all[from]);
  else all[to].after(all[from]);
  renumber(of, parent(at));
  const moved = `${value.split(' ')[0]} ${parent(at)}/${to}`;
  editor.querySelector(`button[value="${moved}"]`)?.focus();
}

const adder = (editor, at) => editor.querySelector(`button[value="add ${at}"]`);

function renumber(of, at) {
  entries(of).forEach((entry, index) => rename(entry, entry.dataset.at, `${at}/${index}`));
}

const ATTRIBUTES = ['name', 'id', 'for', 'aria-describedby', 'data-at', 'data-list'];

function rename(root, from, to) {
  if (from === to) return;
  const replace = (text) => text.split(' ').map((word) => (word === from || word.startsWith(from + '/') || word.startsWith(from + '#') ? to + word.slice(from.length) : word)).join(' ');
  const visit = (element) => {
    for (const name of ATTRIBUTES) {
      if (element.hasAttribute(name)) element.setAttribute(name, replace(element.getAttribute(name)));
    }
    if (element.matches('button[name=do]')) element.value = replace(element.value);
    if (element.content) element.content.querySelectorAll('*').forEach(visit);
  };
  // Radio buttons that change their name one after the other would untick each other.
  const ticked = [...root.querySelectorAll('input[type=radio]:checked')];
  visit(root);
  root.querySelectorAll('*').forEach(visit);
  ticked.forEach((radio) => (radio.checked = true));
}
