/** The truth guard: a rewritten line may say nothing that its source does not. */
@NullMarked
package io.capitune.worker.compose.guard;

import org.jspecify.annotations.NullMarked;
