/** A failed job tried again. */
@NullMarked
package io.capitune.cvjob.retry;

import org.jspecify.annotations.NullMarked;
