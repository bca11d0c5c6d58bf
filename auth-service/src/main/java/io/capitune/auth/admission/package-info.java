/** The one door: what happens between the proof of who somebody is and their session. */
@NullMarked
package io.capitune.auth.admission;

import org.jspecify.annotations.NullMarked;
