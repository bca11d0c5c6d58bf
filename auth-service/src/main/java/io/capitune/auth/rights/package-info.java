/** The rights of a person: all their data as a download, and an account that is deleted everywhere. */
@NullMarked
package io.capitune.auth.rights;

import org.jspecify.annotations.NullMarked;
