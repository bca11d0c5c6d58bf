/** Passkeys (WebAuthn): made by a signed-in person, and a way in of their own. */
@NullMarked
package io.capitune.auth.passkey;

import org.jspecify.annotations.NullMarked;
