package vn.motcua.e2e;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tree promises about who may know whom. */
class ArchitectureTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.motcua");

    private static final List<String> PURE = List.of(
            "vn.motcua.dossier.calendar",
            "vn.motcua.dossier.lifecycle",
            "vn.motcua.dossier.feedback.course",
            "vn.motcua.dossier.staff.roster",
            "vn.motcua.dossier.keeping.rules",
            "vn.motcua.kpi.indicators",
            "vn.motcua.notification.notices",
            "vn.motcua.postal.returns");

    private static final String[] DOSSIERS = {
        "vn.motcua.dossier.lifecycle..",
        "vn.motcua.dossier.casework..",
        "vn.motcua.dossier.reading..",
        "vn.motcua.dossier.imports..",
        "vn.motcua.dossier.homecoming..",
        "vn.motcua.dossier.archiving..",
        "vn.motcua.dossier.keeping..",
        "vn.motcua.dossier.sweeping..",
        "vn.motcua.dossier.staff..",
    };

    private static final String CALENDAR = "vn.motcua.dossier.calendar..";

    static Stream<String> pure() {
        return PURE.stream();
    }

    /** An allow-list: a rule that names what is forbidden forgets what comes next. */
    @ParameterizedTest
    @MethodSource("pure")
    void purePackagesKnowJavaTheCalendarAndThemselvesOnly(String pure) {
        classes()
                .that()
                .resideInAPackage(pure + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", CALENDAR, pure + ".."))
                .check(ALL);
    }

    @ParameterizedTest
    @MethodSource("pure")
    void purePackagesHaveNoClockNoChanceAndNoOutside(String pure) {
        noClasses()
                .that()
                .resideInAPackage(pure + "..")
                .should()
                .accessTargetWhere(target(nameMatching("now|randomUUID|currentTimeMillis|nanoTime"))
                        .or(called("system\\w*|tick(Millis|Seconds|Minutes)", "java.time")))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.net..", "java.sql..", "java.nio.file.."))
                .check(ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vn.motcua.dossier.(*)..",
                "vn.motcua.kpi.(*)..",
                "vn.motcua.notification.(*)..",
                "vn.motcua.postal.(*)..",
                "vn.motcua.local.(*)..",
            })
    void foldersDoNotGoInCircles(String folders) {
        slices().matching(folders).should().beFreeOfCycles().check(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kpi", "notification", "postal"})
    void aServiceKnowsOthersByTheirPublishedLanguageOnly(String service) {
        noClasses()
                .that()
                .resideInAPackage("vn.motcua." + service + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("vn.motcua..")
                        .and(not(resideInAnyPackage(
                                "vn.motcua." + service + "..",
                                "vn.motcua.dossier.events..",
                                CALENDAR,
                                "vn.motcua.dossier.relay..",
                                "vn.motcua.dossier.subscriber..",
                                "vn.motcua.dossier.edge..",
                                "vn.motcua.postal.events.."))))
                .check(ALL);
    }

    @Test
    void theDossierServiceKnowsNoOtherService() {
        noClasses()
                .that()
                .resideInAPackage("vn.motcua.dossier..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "vn.motcua.kpi..",
                                "vn.motcua.notification..",
                                "vn.motcua.postal..",
                                "vn.motcua.local..")
                        .and(not(resideInAPackage("vn.motcua.postal.events.."))))
                .check(ALL);
    }

    /** What people report has a course, rights and dates of its own: neither side reaches for the other's. */
    @Test
    void feedbackAndDossiersKnowNothingOfEachOther() {
        noClasses()
                .that()
                .resideInAPackage("vn.motcua.dossier.feedback..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(DOSSIERS))
                .check(ALL);
        noClasses()
                .that()
                .resideInAnyPackage(DOSSIERS)
                .should()
                .dependOnClassesThat(resideInAPackage("vn.motcua.dossier.feedback.."))
                .check(ALL);
    }

    /** Named for what they are: a store, a ledger, a lone statement, the writes behind a contract, the relay's companion, a reading; and what begins and ends transactions. */
    @Test
    void sqlStandsInFewKindsOfClassesOnly() {
        noClasses()
                .that()
                .haveNameNotMatching(".*(Store|Statement|Writes|Ledger|Companion|Reading|Acts|Transactions)(\\$.*)?")
                .and()
                .resideOutsideOfPackages("vn.motcua.dossier.relay..", "vn.motcua.local..", "vn.motcua.bench..")
                .should()
                .accessTargetWhere(target(nameMatching("(prepared|create)\\w*Query|prepareStatement|createStatement"))
                        .or(called("query", "io.vertx..sqlclient..")))
                .check(ALL);
    }

    /** What runs on real time says so here: how patient we are with a provider, and how old an event is that we have just read. */
    private static final String ON_REAL_TIME =
            "vn\\.motcua\\.(postal\\.ordering\\.OrderSender|notification\\.planning\\.(Dossier|Postal)Planning)";

    @Test
    void legalTimeComesFromTheInjectedClock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "vn.motcua.dossier.archiving..",
                        "vn.motcua.dossier.keeping..",
                        "vn.motcua.dossier.cashdesk..",
                        "vn.motcua.dossier.casework..",
                        "vn.motcua.dossier.catalogue..",
                        "vn.motcua.dossier.feedback..",
                        "vn.motcua.dossier.homecoming..",
                        "vn.motcua.dossier.imports..",
                        "vn.motcua.dossier.papers.forms..",
                        "vn.motcua.dossier.numbering..",
                        "vn.motcua.dossier.proving..",
                        "vn.motcua.dossier.payments..",
                        "vn.motcua.dossier.publishing..",
                        "vn.motcua.dossier.reading..",
                        "vn.motcua.dossier.staff..",
                        "vn.motcua.dossier.sweeping..",
                        "vn.motcua.kpi..",
                        "vn.motcua.notification..",
                        "vn.motcua.postal..")
                .and()
                .haveNameNotMatching(ON_REAL_TIME)
                .should()
                .accessTargetWhere(called("now|system\\w*|tick(Millis|Seconds|Minutes)", "java.time")
                        .or(target(name("currentTimeMillis"))))
                .orShould()
                .dependOnClassesThat(
                        name("java.util.Date").or(name("java.util.Calendar")).or(name("java.util.GregorianCalendar")))
                .check(ALL);
    }

    @Test
    void everythingThatShouldBeLookedAtIsThere() {
        assertThat(PURE)
                .allSatisfy(pure -> assertThat(
                                ALL.that(resideInAPackage(pure + "..")).size())
                        .isGreaterThan(3));
    }

    /** Calls and references alike. */
    private static DescribedPredicate<JavaAccess<?>> called(String name, String ofPackage) {
        return target(nameMatching(name)).and(target(owner(resideInAPackage(ofPackage))));
    }
}
