/** The person's rights over what is kept here: given out, named, and erased, when auth-service asks for it. */
@NullMarked
package io.capitune.cvjob.rights;

import org.jspecify.annotations.NullMarked;
