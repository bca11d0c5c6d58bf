/** The queue of jobs itself. */
@NullMarked
package io.capitune.bench.queue;

import org.jspecify.annotations.NullMarked;
