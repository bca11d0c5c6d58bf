package io.capitune.auth.admin;

import java.util.List;

import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.capitune.platform.security.OperatorOnly;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/** No path of administrators or operators is left without its guard by oversight. */
@AnalyzeClasses(packages = "io.capitune.auth", importOptions = ImportOption.DoNotIncludeTests.class)
class AdminShapeTest {

    private static final List<String> OPERATORS =
            List.of("/internal/admins", "/internal/audit", "/internal/imports", "/internal/signing-keys");

    @ArchTest
    static final ArchRule EVERY_PATH_OF_ADMINISTRATORS_IS_GUARDED =
            classes().that().areAnnotatedWith(Path.class).should(new Guarded());

    private static final class Guarded extends ArchCondition<JavaClass> {

        private Guarded() {
            super("be for administrators or operators where its path says so");
        }

        @Override
        public void check(JavaClass resource, ConditionEvents events) {
            var path = resource.getAnnotationOfType(Path.class).value();
            var admins = path.equals("/admin") || path.startsWith("/admin/") || path.startsWith("/api/admin/");
            var operators = OPERATORS.stream().anyMatch(path::startsWith);
            var guarded = (!admins || resource.isAnnotatedWith(AdminsOnly.class))
                    && (!operators || resource.isAnnotatedWith(OperatorOnly.class));
            events.add(new SimpleConditionEvent(resource, guarded, resource.getName() + " at " + path));
        }
    }
}
