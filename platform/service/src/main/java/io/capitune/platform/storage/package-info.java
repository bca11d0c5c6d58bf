/** Files: a folder, or an object store. */
@NullMarked
package io.capitune.platform.storage;

import org.jspecify.annotations.NullMarked;
