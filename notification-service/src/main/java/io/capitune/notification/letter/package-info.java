/** What is written to people: texts and templates, in their language. */
@NullMarked
package io.capitune.notification.letter;

import org.jspecify.annotations.NullMarked;
