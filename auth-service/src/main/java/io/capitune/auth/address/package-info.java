/** Another address for an account: asked for by its owner, confirmed at the new one, undone from the old one. */
@NullMarked
package io.capitune.auth.address;

import org.jspecify.annotations.NullMarked;
