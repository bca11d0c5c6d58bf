/** Units of the month and the rate of submissions. */
@NullMarked
package io.capitune.cvjob.quota;

import org.jspecify.annotations.NullMarked;
