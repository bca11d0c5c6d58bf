// The form of a CV. The server draws it and works without this; here are the comforts: entries without a round trip, the
// preview that follows, the draft that survives an expired session, sending without losing anything.

import { addEntry, moveEntry, removeEntry } from './generate-entries.js';
import { startPreview } from './generate-preview.js';
import { Draft } from './generate-draft.js';
import { describe } from './generate-summary.js';
import { offer } from './generate-offer.js';

const editor = () => document.getElementById('editor');
let draft = new Draft(editor().dataset.draft);
let preview = startPreview(editor());

const fields = () => new URLSearchParams(new FormData(editor()));

/** Something changed: keep it, show it. */
function changed() {
  describe(editor());
  preview.soon();
  draft.soon(fields(), (at) => {
    const line = editor().querySelector('[data-saved-line]');
    line.hidden = false;
    line.querySelector('span').textContent = editor().dataset.saved.replace('%s', at);
    editor().querySelector('[data-forget]').hidden = false;
  });
}

/** Takes the form of a page that the server drew in this one's place. */
function show(page) {
  const fresh = page.getElementById('editor');
  if (!fresh) return null;
  const old = editor();
  preview.stop();
  for (const section of old.querySelectorAll('.sect[open]')) fresh.querySelector(`#${section.id}`)?.setAttribute('open', '');
  old.replaceWith(document.adoptNode(fresh));
  ready();
  return old;
}

/** Puts an earlier form back, with all that was typed into it. */
function bringBack(old) {
  preview.stop();
  editor().replaceWith(old);
  ready();
  changed();
}

function ready() {
  preview = startPreview(editor());
  editor().dataset.scripted = 'true';
  describe(editor());
  preview.soon();
}

/** Sends to the server; gives the page that came back, or leaves for where it leads. */
async function ask(address, body) {
  const response = await fetch(address, { method: 'POST', body });
  if (response.redirected) {
    const target = new URL(response.url);
    if (target.pathname === '/login') {
      target.search = '?next=' + encodeURIComponent(location.pathname + location.search);
    } else {
      draft.forget();
    }
    location.assign(target);
    return null;
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (!page.getElementById('editor') && !page.querySelector('[data-import]')) throw new Error('no form came back');
  return page;
}

function trouble(shown) {
  const note = editor().querySelector('[data-trouble]');
  note.hidden = !shown;
  note.querySelector('p').textContent = editor().dataset.offline;
  if (shown) note.scrollIntoView({ block: 'center' });
}

function focusTop() {
  const top = ['.notice[role=alert]:not([hidden])', '.problems', 'h1'].map((part) => editor().querySelector(part)).find(Boolean);
  top.setAttribute('tabindex', '-1');
  top.focus();
}

async function send(button) {
  draft.now(fields());
  button.setAttribute('aria-disabled', 'true');
  const words = button.textContent;
  button.textContent = editor().dataset.sending;
  try {
    const page = await ask('/generate', fields());
    if (page && show(page)) focusTop();
  } catch {
    trouble(true);
  } finally {
    button.removeAttribute('aria-disabled');
    button.textContent = words;
  }
}

function change(button) {
  const [what, at] = button.value.split(' ');
  if (what === 'add') addEntry(editor(), at);
  else if (what === 'remove') {
    const undo = removeEntry(editor(), at);
    offer(editor().dataset.removed, editor().dataset.undo, () => {
      undo();
      changed();
    });
  } else moveEntry(editor(), at, what === 'up' ? -1 : 1, button.value);
  changed();
}

document.addEventListener('submit', (event) => {
  const button = event.submitter;
  if (event.target.id !== 'editor') return;
  if (button?.hasAttribute('data-preview-button')) return;
  event.preventDefault();
  if (button?.name === 'do') {
    if (button.value !== 'draw') change(button);
  } else if (button?.getAttribute('aria-disabled') !== 'true' && button) {
    send(button);
  }
});

// Enter within a field goes on to nothing: it would press the form's first button.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !event.target.closest('#editor')) return;
  if (event.target.matches('.textarea--line')) {
    event.preventDefault();
    addEntry(editor(), event.target.closest('[data-list]').dataset.list, event.target.closest('[data-at]'));
    changed();
  } else if (event.target.matches('input')) event.preventDefault();
});

document.addEventListener('input', (event) => {
  if (!event.target.closest('#editor')) return;
  event.target.removeAttribute('aria-invalid');
  if (event.target.name.endsWith('#now') && event.target.checked) {
    document.getElementById(event.target.name.replace('#now', '/endDate')).value = '';
  } else if (event.target.name.endsWith('/endDate') && event.target.value) {
    const lasting = document.getElementsByName(event.target.name.replace('/endDate', '#now'))[0];
    if (lasting) lasting.checked = false;
  }
  changed();
});

document.addEventListener('click', (event) => {
  if (!event.target.closest('[data-forget]')) return;
  const pairs = draft.forget();
  fetch(location.pathname + location.search)
    .then((response) => response.text())
    .then((html) => {
      const old = show(new DOMParser().parseFromString(html, 'text/html'));
      offer(editor().dataset.forgotten, editor().dataset.undo, () => {
        if (old) bringBack(old);
        draft.now(pairs);
      });
    })
    .catch(() => trouble(true));
});

// ---- a link of the summary opens the section that its field is in ----
document.addEventListener('click', (event) => {
  const link = event.target.closest('.problems a');
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  for (let at = field.closest('details'); at; at = at.parentElement.closest('details')) at.open = true;
  field.focus();
  field.scrollIntoView({ block: 'center' });
});

// ---- import ----
const typedIn = () => [...new FormData(editor())].some(([name, value]) => name.startsWith('/resume/') && value.trim() !== '');

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('#import [data-import]')) return;
  event.preventDefault();
  const error = form.querySelector('[data-import-error]');
  error.hidden = true;
  try {
    const page = await ask('/generate/import', new FormData(form));
    if (!page) return;
    if (!page.getElementById('editor')) {
      error.textContent = [...page.querySelectorAll('.notice p')].map((line) => line.textContent).join(' ');
      error.hidden = false;
      form.elements.file.focus();
      return;
    }
    document.getElementById('import').close();
    if (typedIn() && !(await confirmed())) return;
    const old = show(page);
    draft.now(fields());
    changed();
    focusTop();
    offer(editor().dataset.imported, editor().dataset.undo, () => bringBack(old));
    form.reset();
  } catch {
    error.textContent = editor().dataset.offline;
    error.hidden = false;
  }
});

/** Asks whether what was typed may go. */
function confirmed() {
  const dialog = document.getElementById('replace');
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.querySelector('[data-replace]').onclick = () => dialog.close('replace');
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'replace'), { once: true });
  });
}

// ---- the draft comes back, unless the server has just said something about this very form ----
async function restore() {
  const kept = draft.read();
  if (!kept || editor().querySelector('.problems, .notice:not([hidden])')) return;
  const pairs = new URLSearchParams(kept);
  pairs.set('key', new FormData(editor()).get('key'));
  if (pairs.toString() === fields().toString()) return;
  pairs.set('do', 'draw');
  try {
    const page = await ask('/generate', pairs);
    if (page && show(page)) {
      offer(editor().dataset.restored);
      changed();
    }
  } catch {
    trouble(true);
  }
}

ready();
restore();
