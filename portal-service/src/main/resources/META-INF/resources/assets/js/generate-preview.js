// The preview follows what is typed. Each answer is drawn into a frame of its own, laid over the last one once it is there: no
// flicker, and the browser's back button stays clear of it.

const SHEET = { A4: [793.7, 1122.5], Letter: [816, 1056] };
const PAUSE = 700;

/** Follows a form until stopped. */
export function startPreview(editor) {
  const place = editor.querySelector('[data-preview]');
  if (!place) return { soon() {}, stop() {} };
  const button = editor.querySelector('[data-preview-button]');
  const words = editor.querySelector('[data-preview-words]');
  const pages = editor.querySelector('[data-preview-pages]');
  const name = editor.elements['/resume/basics/name'];
  let timer = 0;
  let drawn = '';
  button.hidden = true;
  place.querySelector('.preview__first')?.remove();

  const size = () => SHEET[editor.elements['/pageSize'].value] ?? SHEET.A4;

  function fit() {
    const [width, height] = size();
    const scale = place.clientWidth / width;
    for (const frame of place.querySelectorAll('iframe')) {
      const inner = Math.max(height, Number(frame.dataset.height ?? 0));
      frame.style.width = `${width}px`;
      frame.style.height = `${inner}px`;
      frame.style.scale = String(scale);
      place.style.height = `${inner * scale}px`;
    }
  }

  function draw() {
    const now = new URLSearchParams(new FormData(editor)).toString();
    if (now === drawn) return;
    drawn = now;
    place.querySelectorAll('iframe:not(.preview__frame--there)').forEach((late) => late.remove());
    const frame = document.createElement('iframe');
    frame.className = 'sheet preview__frame';
    frame.name = `preview-${Date.now()}`;
    frame.title = editor.dataset.previewTitle ?? '';
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.addEventListener('load', () => loaded(frame));
    place.append(frame);
    fit();
    button.setAttribute('formtarget', frame.name);
    editor.requestSubmit(button);
  }

  function loaded(frame) {
    const inside = frame.contentDocument;
    if (!inside || inside.URL === 'about:blank') return;
    if (inside.body?.hasAttribute('data-refused') || !inside.querySelector('h1')) {
      frame.remove();
      words.textContent = words.dataset.mend;
      return;
    }
    for (const old of place.querySelectorAll('iframe, .skeleton')) if (old !== frame) old.remove();
    const [, height] = size();
    const length = inside.documentElement.scrollHeight;
    frame.dataset.height = String(length);
    frame.classList.add('preview__frame--there');
    words.textContent = words.dataset.caption;
    const count = Math.max(1, Math.ceil((length - height * 0.02) / height));
    pages.textContent = count === 1 ? editor.dataset.page : editor.dataset.pages.replace('7', String(count));
    fit();
  }

  const resized = new ResizeObserver(fit);
  resized.observe(place);

  return {
    soon() {
      clearTimeout(timer);
      if (name.value.trim() !== '') timer = setTimeout(draw, PAUSE);
    },
    stop() {
      clearTimeout(timer);
      resized.disconnect();
    },
  };
}
