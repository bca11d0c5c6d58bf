/** Technical ground of every service. It knows no domain type. */
@NullMarked
package io.capitune.platform;

import org.jspecify.annotations.NullMarked;
