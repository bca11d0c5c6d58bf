/** A job's way: compose, render, print, prove, store. */
@NullMarked
package io.capitune.worker.pipeline;

import org.jspecify.annotations.NullMarked;
