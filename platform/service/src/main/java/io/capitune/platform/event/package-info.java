/** Domain events: written with the change they tell of, claimed by those who must act on them. */
@NullMarked
package io.capitune.platform.event;

import org.jspecify.annotations.NullMarked;
