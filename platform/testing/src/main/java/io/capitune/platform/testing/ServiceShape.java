package io.capitune.platform.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The shape that every service keeps. A service's test includes it by {@code ArchTests.in(ServiceShape.class)}; the classes
 * analysed are {@code io.capitune..}, so that a dependency on another service shows wherever it comes from.
 */
public final class ServiceShape {

    /** Services meet over HTTP and in events, never in code; {@code platform} and {@code cv} are what they share. */
    @ArchTest
    static final ArchRule SERVICES_DO_NOT_DEPEND_ON_EACH_OTHER = slices().matching("io.capitune.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(JavaClass.Predicates.resideInAnyPackage("io.capitune.."), shared());

    /** Capabilities form no cycles: each can be read, and moved, by itself. */
    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_CAPABILITIES =
            slices().matching("io.capitune.(*).(*)..").should().beFreeOfCycles();

    /** Resources translate HTTP; the database is somebody else's business. */
    @ArchTest
    static final ArchRule HTTP_DOES_NOT_TOUCH_THE_DRIVER = noClasses()
            .that(CanBeAnnotated.Predicates.annotatedWith("jakarta.ws.rs.Path"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.mongodb..")
            .allowEmptyShould(true);

    private ServiceShape() {}

    private static DescribedPredicate<JavaClass> shared() {
        return JavaClass.Predicates.resideInAnyPackage("io.capitune.platform..", "io.capitune.cv..");
    }
}
