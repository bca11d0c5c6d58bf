/** The running system as tests see it: its processes, its API, its mailbox, what it printed. */
package io.capitune.e2e.system;
