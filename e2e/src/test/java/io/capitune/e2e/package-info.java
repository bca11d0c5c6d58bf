/** What people see and what callers get, over the whole running system through the gateway; one class per theme. */
package io.capitune.e2e;
