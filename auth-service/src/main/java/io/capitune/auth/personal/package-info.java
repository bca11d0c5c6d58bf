/** Words for what auth-service keeps about a person; who keeps it says so in a {@code PersonalData} of its own package. */
@NullMarked
package io.capitune.auth.personal;

import org.jspecify.annotations.NullMarked;
