/** The form of a CV and its JSON, each made from the other: a field's name is the JSON pointer of what it edits. */
@NullMarked
package io.capitune.cvjob.page.form;

import org.jspecify.annotations.NullMarked;
