/** Where a job stands, in words for its owner. */
@NullMarked
package io.capitune.cvjob.status;

import org.jspecify.annotations.NullMarked;
