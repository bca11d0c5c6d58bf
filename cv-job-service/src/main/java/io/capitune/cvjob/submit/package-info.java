/** Accepting a job, once per idempotency key. */
@NullMarked
package io.capitune.cvjob.submit;

import org.jspecify.annotations.NullMarked;
