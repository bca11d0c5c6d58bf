/** Do the jobs and the stored files agree? */
@NullMarked
package io.capitune.cvjob.storage;

import org.jspecify.annotations.NullMarked;
