/** Signing key, tokens, and what verifiers need to know about them. */
@NullMarked
package io.capitune.auth.token;

import org.jspecify.annotations.NullMarked;
