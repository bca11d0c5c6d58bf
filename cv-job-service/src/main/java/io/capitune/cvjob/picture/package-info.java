/** The printed file's first page as a picture. */
@NullMarked
package io.capitune.cvjob.picture;

import org.jspecify.annotations.NullMarked;
