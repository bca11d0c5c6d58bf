/** Passwords: what they have to be, how they are kept, and how they change. */
@NullMarked
package io.capitune.auth.password;

import org.jspecify.annotations.NullMarked;
