/** Limits that hold across replicas. */
@NullMarked
package io.capitune.platform.limit;

import org.jspecify.annotations.NullMarked;
