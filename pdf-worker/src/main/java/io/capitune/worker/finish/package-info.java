/** Makes of Chromium's print the file that is stored: accessible, archivable, and the same bytes each time. */
@NullMarked
package io.capitune.worker.finish;

import org.jspecify.annotations.NullMarked;
