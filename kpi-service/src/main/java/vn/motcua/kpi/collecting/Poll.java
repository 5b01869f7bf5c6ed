package vn.motcua.kpi.collecting;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.Leg;
import vn.motcua.dossier.events.LegFinished;
import vn.motcua.dossier.events.LegOpened;
import vn.motcua.dossier.events.LegOverdue;
import vn.motcua.dossier.events.LegReceived;
import vn.motcua.dossier.events.LegWithdrawn;

/** What a poll tells, gathered event by event: one entry per dossier and one per leg, ready for one statement each. Not thread-safe. */
final class Poll {

    private static final DossierEvent.SomeCases<Leg> LEG = new DossierEvent.SomeCases<>() {
        @Override
        public Leg legOpened(LegOpened fact) {
            return fact.leg();
        }

        @Override
        public Leg legReceived(LegReceived fact) {
            return fact.leg();
        }

        @Override
        public Leg legFinished(LegFinished fact) {
            return fact.leg();
        }

        /** One that still waited for another was nobody's yet. */
        @Override
        public Leg legWithdrawn(LegWithdrawn fact) {
            return fact.leg().openedAt() == null ? null : fact.leg();
        }

        @Override
        public Leg legOverdue(LegOverdue fact) {
            return fact.leg();
        }

        @Override
        public Leg other(DossierEvent fact) {
            return null;
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
        var leg = fact.fold(LEG);
        if (leg != null) {
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
