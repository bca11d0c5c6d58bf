// What the head of each section and entry says of it: how many, which, complete or not.

const value = (entry, member) => entry.querySelector(`[name="${CSS.escape(entry.dataset.at)}/${member}"]`)?.value.trim() ?? '';

/** Writes the heads of all sections anew. */
export function describe(editor) {
  for (const entry of editor.querySelectorAll('details.entry')) head(entry);
  for (const section of editor.querySelectorAll('.sect')) {
    const says = section.querySelector('.sect__detail');
    const filled = blocks(section).filter((block) => inputs(block).some((input) => input.value.trim() !== ''));
    says.textContent = detail(editor, section, filled);
    state(editor, section.querySelector('.sect__state'), filled);
  }
}

const blocks = (section) => {
  const entries = [...section.querySelectorAll('.entry[data-at]')];
  const single = [...section.querySelectorAll('[data-entry]')];
  return section.dataset.many ? entries : single.length ? single : [section];
};

const inputs = (block) => [...block.querySelectorAll('input:not([type=hidden], [type=radio], [type=checkbox]), textarea, select')];

function head(entry) {
  const title = entry.querySelector('[data-title]');
  const names = title.dataset.title.split(' ');
  const shown = names.map((name) => value(entry, name)).find((text) => text !== '');
  title.textContent = shown ?? title.dataset.blank;
  const at = entry.querySelector('[data-detail]');
  const parts = at.dataset.detail.split(' ').map((name) => value(entry, name));
  const period = parts.slice(1).filter(Boolean).join(' – ');
  at.textContent = [parts[0] === shown ? '' : parts[0], period].filter(Boolean).join(' · ');
}

function detail(editor, section, filled) {
  if (section.dataset.many) {
    return filled.length === 0 ? '' : `${filled.length} ${filled.length === 1 ? section.dataset.one : section.dataset.many}`;
  }
  if (section.id === 'summary') {
    const lines = (filled[0]?.querySelector('textarea').value.match(/[^.!?\n]+[.!?\n]*/g) ?? []).length;
    return lines === 0 ? '' : `${lines} ${lines === 1 ? editor.dataset.lineOne : editor.dataset.lines}`;
  }
  const shown = section.id === 'basics' ? inputs(section).filter((input) => /city|phone|email/.test(input.name)) : inputs(section).filter((input) => input.matches('input, textarea'));
  return shown.map((input) => input.value.trim()).filter(Boolean).slice(0, 2).join(', ');
}

function state(editor, place, filled) {
  const missing = filled.some((block) => inputs(block).some((input) => input.dataset.key === 'main' && input.value.trim() === ''));
  const word = filled.length === 0 ? '' : missing ? 'incomplete' : 'complete';
  if (place.dataset.word === word) return;
  place.dataset.word = word;
  place.className = 'sect__state' + (word === '' ? '' : word === 'complete' ? ' status status--ok' : ' status');
  place.textContent = word === '' ? '' : editor.dataset[word];
}
