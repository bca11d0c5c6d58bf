/** The composed CV: the words that are printed, final and in reading order. Composer, templates and proof share it. */
@NullMarked
package io.capitune.cv.document;

import org.jspecify.annotations.NullMarked;
