/** The résumé as its owner gives it: JSON Resume 1.0.0 with our extras under {@code meta.capitune}, and its rules. */
@NullMarked
package io.capitune.cv.resume;

import org.jspecify.annotations.NullMarked;
