package io.capitune.cvjob;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.capitune.platform.testing.ServiceShape;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "io.capitune", importOptions = ImportOption.DoNotIncludeTests.class)
class ShapeTest {

    @ArchTest
    static final ArchTests SHAPE_OF_A_SERVICE = ArchTests.in(ServiceShape.class);

    @ArchTest
    static final ArchRule PAGES_ARE_BUILT_ON_TOP = noClasses()
            .that()
            .resideInAPackage("io.capitune.cvjob..")
            .and()
            .resideOutsideOfPackage("io.capitune.cvjob.page..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.capitune.cvjob.page..");
}
