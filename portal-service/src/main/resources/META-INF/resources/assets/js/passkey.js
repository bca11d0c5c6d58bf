// Passkeys: the two ceremonies, as far as a browser's part goes. What needs them stays hidden where the browser cannot.
const able = window.isSecureContext && Boolean(window.PublicKeyCredential);

for (const part of document.querySelectorAll('[data-passkey]')) part.hidden = !able;
for (const note of document.querySelectorAll('[data-passkey-missing]')) note.hidden = able;

// Written out, since toJSON and parse…FromJSON are missing in browsers that have passkeys.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const text = (buffer) =>
  buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: body ? { Accept: 'application/json', 'Content-Type': 'application/json' } : { Accept: 'application/json' },
    body: body && JSON.stringify(body),
  });
  const content = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(content.code), { code: content.code });
  return content;
}

async function signIn({ next, shared }) {
  const options = await post('/api/auth/signin/passkey/options');
  const { id, response } = await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge) },
  });
  const answer = await post('/api/auth/signin/passkey', {
    next,
    shared: shared !== undefined || Boolean(document.querySelector('[name=shared]')?.checked),
    credential: {
      id,
      response: {
        clientDataJSON: text(response.clientDataJSON),
        authenticatorData: text(response.authenticatorData),
        signature: text(response.signature),
        userHandle: text(response.userHandle),
      },
    },
  });
  location.assign(answer.next);
}

async function add(name) {
  const options = await post('/api/auth/passkeys/options');
  const { id, response } = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: options.excludeCredentials.map((known) => ({ ...known, id: bytes(known.id) })),
    },
  });
  await post('/api/auth/passkeys', {
    name,
    credential: {
      id,
      response: {
        clientDataJSON: text(response.clientDataJSON),
        attestationObject: text(response.attestationObject),
        transports: response.getTransports?.() ?? [],
      },
    },
  });
  location.assign('/account/security?done=passkey-added');
}

// Why it did not work, as far as a person can do something about it.
function reason(error, words) {
  if (error.name === 'InvalidStateError' || error.code === 'PASSKEY_KNOWN') return words.known ?? words.failed;
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return words.cancelled ?? words.failed;
  return words.failed;
}

async function attempt(button, note, act) {
  note.textContent = '';
  button.setAttribute('aria-disabled', 'true');
  try {
    await act();
  } catch (error) {
    if (error.code === 'RECENT_SIGNIN_REQUIRED') location.assign('/account/security/again');
    note.textContent = reason(error, note.dataset);
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

for (const button of document.querySelectorAll('[data-passkey-sign-in]')) {
  const note = button.parentElement.querySelector('[data-passkey-error]');
  button.addEventListener('click', () => {
    if (!button.ariaDisabled) attempt(button, note, () => signIn(button.dataset));
  });
}

for (const form of document.querySelectorAll('[data-passkey-add]')) {
  const button = form.querySelector('button');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!button.ariaDisabled) attempt(button, form.querySelector('[data-passkey-error]'), () => add(form.elements.name.value.trim()));
  });
}
