/** The local mailbox as a page and an API; local mode only. */
@NullMarked
package io.capitune.notification.mailbox;

import org.jspecify.annotations.NullMarked;
