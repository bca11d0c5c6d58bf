/** Pages and forms of sign-in and language. */
@NullMarked
package io.capitune.auth.page;

import org.jspecify.annotations.NullMarked;
