/** MongoDB: transactions and indexes. */
@NullMarked
package io.capitune.platform.mongo;

import org.jspecify.annotations.NullMarked;
