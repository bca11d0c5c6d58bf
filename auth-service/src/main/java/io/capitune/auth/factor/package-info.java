/** What is asked for beside the first proof: an app's codes (TOTP), and recovery codes where the app is lost. */
@NullMarked
package io.capitune.auth.factor;

import org.jspecify.annotations.NullMarked;
