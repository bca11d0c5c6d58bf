/** Reading a pasted life story or an old CV: who wrote it, by code alone, and its facts, each a verbatim span of it. */
@NullMarked
package io.capitune.worker.compose.story;

import org.jspecify.annotations.NullMarked;
