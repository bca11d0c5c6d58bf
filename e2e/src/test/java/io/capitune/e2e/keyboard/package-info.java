/**
 * An account's whole life by the keyboard alone, in both languages, on a phone and at a desk. Every page that a journey comes by is held
 * to what every page has to be, errors and empty and overfull ones included.
 */
package io.capitune.e2e.keyboard;
