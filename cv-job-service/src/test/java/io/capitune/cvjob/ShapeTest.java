package io.capitune.cvjob;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.capitune.cvjob", importOptions = ImportOption.DoNotIncludeTests.class)
class ShapeTest {

    @ArchTest
    static final ArchRule DEPENDS_ON_NO_OTHER_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.capitune.auth..",
                    "io.capitune.render..",
                    "io.capitune.worker..",
                    "io.capitune.notification..",
                    "io.capitune.portal..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.capitune.cvjob.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PAGES_ARE_BUILT_ON_TOP = noClasses()
            .that()
            .resideOutsideOfPackage("io.capitune.cvjob.page..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.capitune.cvjob.page..");

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
