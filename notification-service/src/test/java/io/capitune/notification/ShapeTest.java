package io.capitune.notification;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.capitune.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class ShapeTest {

    @ArchTest
    static final ArchRule DEPENDS_ON_PLATFORM_ONLY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.capitune.auth..", "io.capitune.cvjob..", "io.capitune.cv..", "io.capitune.portal..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.capitune.notification.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RESOURCES_KNOW_NO_DRIVER = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .or()
            .haveSimpleNameEndingWith("Page")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.mongodb..");
}
