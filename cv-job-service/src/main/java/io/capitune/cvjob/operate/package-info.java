/** What an operator sees of the queue and does to it: {@code ./capitune admin jobs}. */
@NullMarked
package io.capitune.cvjob.operate;

import org.jspecify.annotations.NullMarked;
