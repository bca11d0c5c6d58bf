/** Signing in with another OpenID provider, such as Google: which there are, the way there and back, and whom it proved. */
@NullMarked
package io.capitune.auth.provider;

import org.jspecify.annotations.NullMarked;
