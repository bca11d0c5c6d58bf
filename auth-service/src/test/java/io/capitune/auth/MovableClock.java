package io.capitune.auth;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.test.Mock;

/** The clock of all tests here. */
@Mock
@ApplicationScoped
public class MovableClock extends io.capitune.platform.testing.MovableClock {}
