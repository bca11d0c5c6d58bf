/** Who an account is, asked of auth-service. */
@NullMarked
package io.capitune.notification.account;

import org.jspecify.annotations.NullMarked;
