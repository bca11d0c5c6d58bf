/** Sign-in of API clients: an address and a password for a short token and one that refreshes it. */
@NullMarked
package io.capitune.auth.credential;

import org.jspecify.annotations.NullMarked;
