/** Who may do what: a table of every endpoint of a service, and the requests that show that it holds. */
package io.capitune.platform.testing.matrix;
