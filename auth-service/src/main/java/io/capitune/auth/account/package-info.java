/** Who people are: one account per e-mail address. */
@NullMarked
package io.capitune.auth.account;

import org.jspecify.annotations.NullMarked;
