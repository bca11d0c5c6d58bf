/** What is kept about a person: how every package that keeps something gives it out, names it, and erases it. */
@NullMarked
package io.capitune.platform.personal;

import org.jspecify.annotations.NullMarked;
