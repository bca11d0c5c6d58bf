/** What a person submits: read, checked, and shown again. */
@NullMarked
package io.capitune.cvjob.input;

import org.jspecify.annotations.NullMarked;
