/** Registration with a password: an account begins only when its owner has proved to read its mail. */
@NullMarked
package io.capitune.auth.register;

import org.jspecify.annotations.NullMarked;
