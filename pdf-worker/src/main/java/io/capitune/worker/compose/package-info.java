/** From what a person submitted to the words of a CV: by rules, or with a language model held by the truth guard. */
@NullMarked
package io.capitune.worker.compose;

import org.jspecify.annotations.NullMarked;
