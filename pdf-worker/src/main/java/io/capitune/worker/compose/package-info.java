/** Makes a composed CV of what was submitted: by rules, or with a language model under the truth guard. */
@NullMarked
package io.capitune.worker.compose;

import org.jspecify.annotations.NullMarked;
