/** Whole jobs, from submission to the finished file. */
@NullMarked
package io.capitune.bench.job;

import org.jspecify.annotations.NullMarked;
