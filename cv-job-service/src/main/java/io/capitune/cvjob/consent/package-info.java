/** Whether a language model may see an account's text. */
@NullMarked
package io.capitune.cvjob.consent;

import org.jspecify.annotations.NullMarked;
