package vn.motcua.dossier.calendar;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PurityTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.motcua.dossier.calendar");

    @Test
    void theCalendarKnowsNothingButTheLanguage() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.time..",
                        "java.util",
                        "java.util.function",
                        "java.util.stream",
                        "vn.motcua.dossier.calendar")
                .check(MAIN);
    }

    @Test
    void theCalendarAsksNoClock() {
        noClasses()
                .should()
                .callMethodWhere(describe("reads a clock", call -> isNow(call.getTarget())))
                .check(MAIN);
    }

    private static boolean isNow(AccessTarget target) {
        return target.getName().equals("now")
                || target.getName().equals("currentTimeMillis")
                || target.getName().equals("nanoTime");
    }
}
