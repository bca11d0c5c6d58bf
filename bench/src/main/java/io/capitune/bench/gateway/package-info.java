/** What the gateway adds to a request. */
@NullMarked
package io.capitune.bench.gateway;

import org.jspecify.annotations.NullMarked;
