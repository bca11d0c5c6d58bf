/** The system under measurement, as its users and its operator reach it. */
@NullMarked
package io.capitune.bench.target;

import org.jspecify.annotations.NullMarked;
