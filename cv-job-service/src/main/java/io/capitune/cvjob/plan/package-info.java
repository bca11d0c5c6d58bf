/** Which plan an account is on. */
@NullMarked
package io.capitune.cvjob.plan;

import org.jspecify.annotations.NullMarked;
