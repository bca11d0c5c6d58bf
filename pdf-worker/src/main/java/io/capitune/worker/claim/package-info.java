/** Claims jobs while there is room, renews their leases, hands them back at the end. */
@NullMarked
package io.capitune.worker.claim;

import org.jspecify.annotations.NullMarked;
