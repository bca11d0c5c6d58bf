/** Administrators and what they do to accounts, each act written down. */
@NullMarked
package io.capitune.auth.admin;

import org.jspecify.annotations.NullMarked;
