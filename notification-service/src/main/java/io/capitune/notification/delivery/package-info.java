/** Keeps mails and hands them to a provider: Resend, SMTP or the local mailbox. */
@NullMarked
package io.capitune.notification.delivery;

import org.jspecify.annotations.NullMarked;
