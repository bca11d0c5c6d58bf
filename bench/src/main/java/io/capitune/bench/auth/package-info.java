/** What sign-in costs, and what its time tells. */
@NullMarked
package io.capitune.bench.auth;

import org.jspecify.annotations.NullMarked;
