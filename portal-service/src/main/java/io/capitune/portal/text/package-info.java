/** Help, privacy, accessibility and legal notice. */
@NullMarked
package io.capitune.portal.text;

import org.jspecify.annotations.NullMarked;
