/** The CV form, quota, the job from submission to download. */
@NullMarked
package io.capitune.cvjob;

import org.jspecify.annotations.NullMarked;
