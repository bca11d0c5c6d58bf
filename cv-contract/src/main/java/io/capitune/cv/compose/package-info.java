/** From a résumé to the words of a CV, by rules alone: order, dates, contacts, headings; the person's words stay theirs. */
@NullMarked
package io.capitune.cv.compose;

import org.jspecify.annotations.NullMarked;
