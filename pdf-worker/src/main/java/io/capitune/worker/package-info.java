/** pdf-worker: turns queued jobs into printed, proved and stored CVs. */
@NullMarked
package io.capitune.worker;

import org.jspecify.annotations.NullMarked;
