/** What {@code capitune bench} runs: everything that docs/benchmarks.md reports, side by side in one run. */
@NullMarked
package io.capitune.bench;

import org.jspecify.annotations.NullMarked;
