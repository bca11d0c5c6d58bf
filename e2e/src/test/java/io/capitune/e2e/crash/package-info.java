/** The crash test: a system of its own, people who submit all the time, faults by a seeded schedule, and what must hold after. */
package io.capitune.e2e.crash;
