/** Real parts for tests: a MongoDB replica set of one, and tokens of a test issuer. */
package io.capitune.platform.testing;
