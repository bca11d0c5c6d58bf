/** A finished CV corrected and printed again. */
@NullMarked
package io.capitune.cvjob.correct;

import org.jspecify.annotations.NullMarked;
