/** What may go to a language model, and what never does: names, contacts and health are taken out first and put back after. */
@NullMarked
package io.capitune.worker.compose.prompt;

import org.jspecify.annotations.NullMarked;
