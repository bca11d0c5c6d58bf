/** The public face of Capitune: front page, texts, shared assets, the gateway's error pages. */
@NullMarked
package io.capitune.portal;

import org.jspecify.annotations.NullMarked;
