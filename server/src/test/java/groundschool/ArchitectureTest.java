package groundschool;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The five rules of docs/architecture.md that say who may use what.
@AnalyzeClasses(
        packages = "groundschool",
        importOptions = {
            ImportOption.DoNotIncludeTests.class,
            ArchitectureTest.WithoutGeneratedClasses.class
        })
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_emulator_knows_nothing_of_the_site =
            noClasses()
                    .that()
                    .resideInAPackage("groundschool.emulator..")
                    .should()
                    .dependOnClassesThat(
                            isIn("io.javalin", "org.jooq")
                                    .or(
                                            isIn("groundschool")
                                                    .and(
                                                            DescribedPredicate.not(
                                                                    isIn(
                                                                            "groundschool.emulator")))));

    @ArchTest
    static final ArchRule content_and_questions_are_pure =
            noClasses()
                    .that()
                    .resideInAnyPackage("groundschool.content..", "groundschool.question..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("groundschool.db..", "groundschool.web..");

    @ArchTest
    static final ArchRule only_pages_touch_http =
            classes()
                    .that(isIn("groundschool").and(use("io.javalin")))
                    .should()
                    .haveNameMatching("groundschool\\.web\\..*|.*Page(\\$.*)?");

    @ArchTest
    static final ArchRule only_stores_write_queries =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("groundschool.db..")
                    .and()
                    .haveNameNotMatching(".*s(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("groundschool.db.generated..");

    @ArchTest
    static final ArchRule no_feature_uses_progress =
            noClasses()
                    .that(
                            isIn("groundschool")
                                    .and(DescribedPredicate.not(isIn("groundschool.progress"))))
                    .and()
                    .doNotBelongToAnyOf(Main.class)
                    .should()
                    .dependOnClassesThat(isIn("groundschool.progress"))
                    .allowEmptyShould(true);

    private static DescribedPredicate<JavaClass> isIn(String... packages) {
        return DescribedPredicate.describe(
                "is in " + String.join(" or ", packages),
                type -> {
                    for (var each : packages) {
                        if (type.getPackageName().equals(each)
                                || type.getPackageName().startsWith(each + ".")) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    private static DescribedPredicate<JavaClass> use(String name) {
        return DescribedPredicate.describe(
                "use " + name,
                type ->
                        type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency ->
                                        isIn(name).test(dependency.getTargetClass())));
    }

    /// The table classes are not ours to order.
    static final class WithoutGeneratedClasses implements ImportOption {

        @Override
        public boolean includes(com.tngtech.archunit.core.importer.Location location) {
            return !location.contains("/db/generated/");
        }
    }
}
