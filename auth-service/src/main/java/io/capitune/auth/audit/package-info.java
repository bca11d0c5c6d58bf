/** What was done to accounts, by whom and why: written once, in a chain that shows what was changed afterwards. */
@NullMarked
package io.capitune.auth.audit;

import org.jspecify.annotations.NullMarked;
