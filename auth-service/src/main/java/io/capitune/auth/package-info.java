/** Accounts, sign-in, sessions and tokens. */
@NullMarked
package io.capitune.auth;

import org.jspecify.annotations.NullMarked;
