/** Pages of CV Instant Pro: the form, the preview, the status with its proof, the list, the plans. */
@NullMarked
package io.capitune.cvjob.page;

import org.jspecify.annotations.NullMarked;
