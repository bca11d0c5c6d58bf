/** Sign-in by a link or a code from an e-mail. */
@NullMarked
package io.capitune.auth.signin;

import org.jspecify.annotations.NullMarked;
