/** What the gateway shows where no service answers. */
@NullMarked
package io.capitune.portal.error;

import org.jspecify.annotations.NullMarked;
