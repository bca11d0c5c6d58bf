/** Reads the printed file back. */
@NullMarked
package io.capitune.worker.prove;

import org.jspecify.annotations.NullMarked;
