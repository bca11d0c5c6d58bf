/** Where requests come from, as far as limits are concerned. */
@NullMarked
package io.capitune.auth.source;

import org.jspecify.annotations.NullMarked;
