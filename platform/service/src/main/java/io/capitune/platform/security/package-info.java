/** Who calls, and whether they may. */
@NullMarked
package io.capitune.platform.security;

import org.jspecify.annotations.NullMarked;
