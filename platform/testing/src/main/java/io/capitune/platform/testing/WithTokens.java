package io.capitune.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.QuarkusTestResource;

/** Gives a module's Quarkus tests the issuer whose tokens {@link TestTokens} makes. */
@QuarkusTestResource(TokenIssuerResource.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithTokens {}
