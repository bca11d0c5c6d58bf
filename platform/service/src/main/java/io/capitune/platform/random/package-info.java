/** The one source of ids, tokens and codes. */
@NullMarked
package io.capitune.platform.random;

import org.jspecify.annotations.NullMarked;
