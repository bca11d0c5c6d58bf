/** Figures for the operator. */
@NullMarked
package io.capitune.cvjob.metric;

import org.jspecify.annotations.NullMarked;
