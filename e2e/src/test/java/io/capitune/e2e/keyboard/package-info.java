/**
 * An account's whole life by the keyboard alone, in both languages, on a phone and at a desk. Every page that a journey comes by is held
 * to what every page has to be, errors and empty and overfull ones included. The looks of one journey run beside each other, never beside
 * another test: there are some that stop services.
 */
package io.capitune.e2e.keyboard;
