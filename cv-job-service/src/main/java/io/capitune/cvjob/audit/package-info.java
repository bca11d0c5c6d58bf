/** What operators do here, written down in the log that auth-service keeps. */
@NullMarked
package io.capitune.cvjob.audit;

import org.jspecify.annotations.NullMarked;
