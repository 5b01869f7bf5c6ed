package vn.motcua.kpi.collecting;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DueDateChanged;
import vn.motcua.dossier.events.Leg;
import vn.motcua.dossier.events.LegFinished;
import vn.motcua.dossier.events.LegOpened;
import vn.motcua.dossier.events.LegOverdue;
import vn.motcua.dossier.events.LegReceived;
import vn.motcua.dossier.events.LegWithdrawn;

/** What a poll tells, gathered event by event: one entry per dossier and one per leg, ready for one statement each. Not thread-safe. */
final class Poll {

    private static final DossierEvent.SomeCases<List<Leg>> LEGS = new DossierEvent.SomeCases<>() {
        @Override
        public List<Leg> legOpened(LegOpened fact) {
            return List.of(fact.leg());
        }

        @Override
        public List<Leg> legReceived(LegReceived fact) {
            return List.of(fact.leg());
        }

        @Override
        public List<Leg> legFinished(LegFinished fact) {
            return List.of(fact.leg());
        }

        /** One that still waited for another was nobody's yet. */
        @Override
        public List<Leg> legWithdrawn(LegWithdrawn fact) {
            return fact.leg().openedAt() == null ? List.of() : List.of(fact.leg());
        }

        @Override
        public List<Leg> legOverdue(LegOverdue fact) {
            return List.of(fact.leg());
        }

        @Override
        public List<Leg> dueDateChanged(DueDateChanged fact) {
            return fact.legs() == null ? List.of() : fact.legs();
        }

        @Override
        public List<Leg> other(DossierEvent fact) {
            return List.of();
        }
    };

    private final Map<UUID, Told> dossiers = new LinkedHashMap<>();
    private final Map<LegKey, Leg> legs = new LinkedHashMap<>();

    /** A leg, by the dossier and its number there. */
    record LegKey(UUID dossier, int number) {}

    /** The next event of a dossier; one that carries no state tells nothing. */
    void add(UUID dossier, Instant at, DossierEvent fact) {
        if (fact.dossier() == null) {
            return;
        }
        dossiers.put(dossier, dossiers.getOrDefault(dossier, Told.NOTHING).then(fact, at));
        // A leg's record is whole in every fact about it, so the last one stands for all.
        for (var leg : fact.fold(LEGS)) {
            legs.put(new LegKey(dossier, leg.number()), leg);
        }
    }

    Map<UUID, Told> dossiers() {
        return dossiers;
    }

    Map<LegKey, Leg> legs() {
        return legs;
    }
}
