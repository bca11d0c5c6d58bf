package io.capitune.render;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.capitune.platform.testing.ServiceShape;

@AnalyzeClasses(packages = "io.capitune", importOptions = ImportOption.DoNotIncludeTests.class)
class ShapeTest {

    @ArchTest
    static final ArchTests SHAPE_OF_A_SERVICE = ArchTests.in(ServiceShape.class);
}
