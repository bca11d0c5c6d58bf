/** Secrets at rest: sealed, or kept only as a keyed hash. */
@NullMarked
package io.capitune.platform.seal;

import org.jspecify.annotations.NullMarked;
