/** Sessions of browsers, and the gateway's question whose request this is. */
@NullMarked
package io.capitune.auth.session;

import org.jspecify.annotations.NullMarked;
