/** Printing, held against a bare tab of the same browser. */
@NullMarked
package io.capitune.bench.print;

import org.jspecify.annotations.NullMarked;
