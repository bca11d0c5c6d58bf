/** A real browser in front of the running system. */
package io.capitune.e2e.browser;
