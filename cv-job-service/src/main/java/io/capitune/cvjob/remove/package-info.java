/** Removing and cancelling jobs. */
@NullMarked
package io.capitune.cvjob.remove;

import org.jspecify.annotations.NullMarked;
