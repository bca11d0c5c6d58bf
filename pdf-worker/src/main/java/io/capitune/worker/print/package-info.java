/** HTML in, PDF out: Chromium in supervised lanes. */
@NullMarked
package io.capitune.worker.print;

import org.jspecify.annotations.NullMarked;
