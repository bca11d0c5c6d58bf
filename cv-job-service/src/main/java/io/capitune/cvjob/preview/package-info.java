/** How a CV will look, without a job. */
@NullMarked
package io.capitune.cvjob.preview;

import org.jspecify.annotations.NullMarked;
