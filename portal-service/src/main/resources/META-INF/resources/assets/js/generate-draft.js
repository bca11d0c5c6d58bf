// What was typed, kept in this browser under a name that tells nobody whose it is. It goes when the form was sent, when the
// person erases it, at sign-out, and after a week. Without a name nothing is kept: others use the device.

const PREFIX = 'capitune.draft.';
const KEPT = 7 * 24 * 3600 * 1000;

export class Draft {
  constructor(name) {
    this.name = name && PREFIX + name;
    this.timer = 0;
    clearOld();
  }

  /** Keeps the fields once typing pauses, then says at what time. */
  soon(fields, said) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.now(fields)) said(time(new Date()));
    }, 600);
  }

  now(fields) {
    clearTimeout(this.timer);
    if (!this.name) return false;
    try {
      localStorage.setItem(this.name, JSON.stringify({ at: Date.now(), fields: fields.toString() }));
      return true;
    } catch {
      return false; // No room, or none allowed: the form works all the same.
    }
  }

  /** The fields kept last, or null. */
  read() {
    try {
      return JSON.parse(localStorage.getItem(this.name))?.fields ?? null;
    } catch {
      return null;
    }
  }

  /** Erases it; gives what it held. */
  forget() {
    clearTimeout(this.timer);
    const held = this.read();
    try {
      localStorage.removeItem(this.name);
    } catch {
      // Nothing was kept then.
    }
    return held;
  }
}

function time(date) {
  const french = document.documentElement.lang === 'fr';
  const text = date.toLocaleTimeString(french ? 'fr-FR' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
  return french ? text.replace(/^0/, '').replace(':', '\u00a0h\u00a0') : text;
}

function clearOld() {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(PREFIX) && !(JSON.parse(localStorage.getItem(name))?.at > Date.now() - KEPT)) {
        localStorage.removeItem(name);
      }
    }
  } catch {
    // Not readable, nothing to clear.
  }
}
