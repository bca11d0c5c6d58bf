/**
 * The job document, its states and the queue's operations: shared by cv-job-service, which submits, pdf-worker, which claims
 * and settles, and render-service, which reads.
 */
@NullMarked
package io.capitune.cv.job;

import org.jspecify.annotations.NullMarked;
