/** Asks render-service for a job's HTML. */
@NullMarked
package io.capitune.worker.render;

import org.jspecify.annotations.NullMarked;
