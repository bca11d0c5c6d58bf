/** Takes events from the queue and settles them. */
@NullMarked
package io.capitune.notification.dispatch;

import org.jspecify.annotations.NullMarked;
