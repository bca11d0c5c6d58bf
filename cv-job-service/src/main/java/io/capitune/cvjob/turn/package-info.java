/** What one replica at a time does, on a schedule. */
@NullMarked
package io.capitune.cvjob.turn;

import org.jspecify.annotations.NullMarked;
