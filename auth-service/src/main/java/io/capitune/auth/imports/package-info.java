/** Accounts that come from another system, brought in by who runs this one. */
@NullMarked
package io.capitune.auth.imports;

import org.jspecify.annotations.NullMarked;
