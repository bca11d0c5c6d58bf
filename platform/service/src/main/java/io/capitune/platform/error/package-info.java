/** Errors as RFC 9457 problems, or as pages where a person reads them. */
@NullMarked
package io.capitune.platform.error;

import org.jspecify.annotations.NullMarked;
