/** What services that draw pages share: the layout, the reader's language, icons, times in words, error pages. */
@NullMarked
package io.capitune.platform.page;

import org.jspecify.annotations.NullMarked;
