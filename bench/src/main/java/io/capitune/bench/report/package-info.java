/** Figures, and how they are shown. */
@NullMarked
package io.capitune.bench.report;

import org.jspecify.annotations.NullMarked;
