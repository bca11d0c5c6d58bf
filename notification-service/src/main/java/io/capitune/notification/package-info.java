/** Tells people by e-mail what happened: configuration, and the two ways in which a step can fail. */
@NullMarked
package io.capitune.notification;

import org.jspecify.annotations.NullMarked;
