/** The devices that people sign in from, as they may be told apart. */
@NullMarked
package io.capitune.auth.device;

import org.jspecify.annotations.NullMarked;
