package groundschool.emulator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import groundschool.emulator.wire.CoralErrors;

@AnalyzeClasses(
        packages = "groundschool.emulator",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_emulator_is_useful_on_its_own =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            describe(
                                    "belong to the site",
                                    type ->
                                            type.getPackageName().startsWith("groundschool")
                                                    && !type.getPackageName()
                                                            .startsWith("groundschool.emulator")));

    @ArchTest
    static final ArchRule the_emulator_knows_no_web_framework_and_no_database =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.javalin..", "org.jooq..", "java.sql..", "javax.sql..", "org.h2..");

    @ArchTest
    static final ArchRule operations_know_nothing_of_the_wire =
            noClasses()
                    .that()
                    .resideInAPackage("..operation..")
                    .should()
                    .dependOnClassesThat(
                            describe(
                                    "are of the wire or the port, but errors",
                                    (JavaClass type) ->
                                            (type.getPackageName().endsWith(".wire")
                                                            || type.getPackageName()
                                                                    .endsWith(".http"))
                                                    && !type.isEquivalentTo(CoralErrors.class)));

    @ArchTest
    static final ArchRule only_the_port_uses_jetty =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("groundschool.emulator.http")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule the_sdk_is_needed_only_to_plug_into_it =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("groundschool.emulator.sdk")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("software.amazon..");
}
