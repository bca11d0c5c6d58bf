/** A language model behind an OpenAI-compatible endpoint. */
@NullMarked
package io.capitune.worker.compose.model;

import org.jspecify.annotations.NullMarked;
