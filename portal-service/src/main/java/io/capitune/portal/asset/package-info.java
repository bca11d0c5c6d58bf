/** Scripts that come from libraries. */
@NullMarked
package io.capitune.portal.asset;

import org.jspecify.annotations.NullMarked;
