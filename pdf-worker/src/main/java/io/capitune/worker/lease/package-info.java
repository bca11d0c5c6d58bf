/** The jobs that this worker holds: their leases, and how far each is. */
@NullMarked
package io.capitune.worker.lease;

import org.jspecify.annotations.NullMarked;
