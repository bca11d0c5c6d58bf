/** Cookies that belong to this host alone. */
@NullMarked
package io.capitune.auth.cookie;

import org.jspecify.annotations.NullMarked;
