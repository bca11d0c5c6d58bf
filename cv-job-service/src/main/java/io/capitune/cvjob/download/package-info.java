/** The printed file. */
@NullMarked
package io.capitune.cvjob.download;

import org.jspecify.annotations.NullMarked;
