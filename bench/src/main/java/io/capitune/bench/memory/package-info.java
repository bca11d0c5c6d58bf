/** What the system holds: memory, processes, files. */
@NullMarked
package io.capitune.bench.memory;

import org.jspecify.annotations.NullMarked;
