package io.capitune.cvjob.turn;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import jakarta.inject.Qualifier;

/** The database's clock, where a machine's own could be wrong. */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
public @interface OfDatabase {}
