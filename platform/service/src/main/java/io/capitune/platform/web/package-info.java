/** What every request gets: an id, and a bound on its body. */
@NullMarked
package io.capitune.platform.web;

import org.jspecify.annotations.NullMarked;
