/** Links that go out by mail and work once. */
@NullMarked
package io.capitune.auth.link;

import org.jspecify.annotations.NullMarked;
