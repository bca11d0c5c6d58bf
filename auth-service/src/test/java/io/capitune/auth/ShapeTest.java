package io.capitune.auth;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.capitune.auth", importOptions = ImportOption.DoNotIncludeTests.class)
class ShapeTest {

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.capitune.auth.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.capitune.cv..",
                    "io.capitune.cvjob..",
                    "io.capitune.render..",
                    "io.capitune.worker..",
                    "io.capitune.notification..",
                    "io.capitune.portal..");

    @ArchTest
    static final ArchRule HTTP_DOES_NOT_TOUCH_THE_DRIVER = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .or()
            .haveSimpleNameEndingWith("Page")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.mongodb..");

    @ArchTest
    static final ArchRule WORK_KNOWS_NO_HTTP = noClasses()
            .that()
            .haveSimpleNameEndingWith("SignIn")
            .or()
            .haveSimpleNameEndingWith("Sessions")
            .and()
            .doNotHaveSimpleName("BrowserSessions")
            .or()
            .haveSimpleNameEndingWith("Accounts")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");
}
