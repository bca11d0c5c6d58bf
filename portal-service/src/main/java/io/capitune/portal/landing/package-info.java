/** The front page. */
@NullMarked
package io.capitune.portal.landing;

import org.jspecify.annotations.NullMarked;
