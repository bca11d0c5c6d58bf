/** Mails about accounts, as events for notification-service. */
@NullMarked
package io.capitune.auth.letter;

import org.jspecify.annotations.NullMarked;
