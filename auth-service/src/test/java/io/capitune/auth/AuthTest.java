package io.capitune.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.capitune.auth.rights.ContextsResource;
import io.capitune.platform.testing.MongoResource;
import io.quarkus.test.common.QuarkusTestResource;

/** What every Quarkus test of this service wants beside {@code @QuarkusTest}: a real MongoDB, and its own address. */
@QuarkusTestResource(MongoResource.class)
@QuarkusTestResource(OwnAddressResource.class)
@QuarkusTestResource(ContextsResource.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AuthTest {}
