/** How long files are kept, and how their owners are told before they go. */
@NullMarked
package io.capitune.cvjob.retention;

import org.jspecify.annotations.NullMarked;
