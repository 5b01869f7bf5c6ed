package vn.motcua.dossier.keeping;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.catalogue.KeepingSchedule;
import vn.motcua.dossier.events.CatalogueEntry.Keeping;
import vn.motcua.dossier.events.CatalogueEntry.KeepingTerm;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.keeping.rules.HandedOver;
import vn.motcua.dossier.keeping.rules.KeepingRule;
import vn.motcua.dossier.keeping.rules.Standing;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Origin;
import vn.motcua.dossier.lifecycle.Party;

/** How dossiers stand towards their keeping: what the catalogue says, and what is known of them. */
@ApplicationScoped
class Keepings {

    private final KeepingStore store;
    private final Catalogue catalogue;
    private final KeepingSchedule schedule;
    private final Clock clock;

    Keepings(KeepingStore store, Catalogue catalogue, KeepingSchedule schedule, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** The dossier; 404 if there is none, or this is not theirs to do with it, in the same words. */
    Uni<Looked> seen(UUID dossier, Party who, BiPredicate<Party, String> right) {
        return store.look(List.of(dossier))
                .map(found -> Optional.ofNullable(found.get(dossier))
                        .filter(looked ->
                                right.test(who, looked.dossier().matter().agency()))
                        .orElseThrow(KeepingProblems::notFound));
    }

    /** Where nobody has said how long: empty. */
    Optional<KeepingRule> rule(Dossier dossier) {
        var matter = dossier.matter();
        var ofProcedure = catalogue
                .procedure(matter.procedure(), matter.procedureVersion())
                .map(Procedure::keeping)
                .map(keeping -> rule(keeping, KeepingRule.From.PROCEDURE));
        return ofProcedure.or(() -> closedOn(dossier)
                .flatMap(day -> schedule.of(matter.sector(), day))
                .map(keeping -> rule(keeping, KeepingRule.From.SECTOR)));
    }

    private static KeepingRule rule(Keeping keeping, KeepingRule.From from) {
        return new KeepingRule(keeping.term() == KeepingTerm.PERMANENT ? null : keeping.years(), from, keeping.basis());
    }

    /** @param order that does not count as another one; null: any does */
    Standing standing(Looked looked, UUID order) {
        var dossier = looked.dossier();
        return new Standing(
                dossier.isDestroyed(),
                dossier.matter().origin() == Origin.MIRRORED,
                closedOn(dossier).orElse(null),
                rule(dossier).orElse(null),
                looked.holds() > 0,
                looked.moneyOpen(),
                looked.handover() == null
                        ? HandedOver.NO
                        : looked.isAsHandedOver() ? HandedOver.YES : HandedOver.OUTDATED,
                looked.order() != null && !looked.order().equals(order));
    }

    /** In Vietnam. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DossierCode.ZONE);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Optional<LocalDate> closedOn(Dossier dossier) {
        return dossier.closedAt().map(at -> LocalDate.ofInstant(at, DossierCode.ZONE));
    }
}
