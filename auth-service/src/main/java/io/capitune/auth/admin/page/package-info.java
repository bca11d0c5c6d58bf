/** The pages of administrators. */
@NullMarked
package io.capitune.auth.admin.page;

import org.jspecify.annotations.NullMarked;
