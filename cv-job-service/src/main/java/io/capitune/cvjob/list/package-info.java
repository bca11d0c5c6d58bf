/** An owner's jobs, newest first. */
@NullMarked
package io.capitune.cvjob.list;

import org.jspecify.annotations.NullMarked;
