package vn.motcua.dossier.keeping;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;

/** Which of an agency's closed dossiers need no longer be kept. */
@ApplicationScoped
class Candidates {

    private static final int SCANNED = 1_000;

    private final KeepingStore dossiers;
    private final Keepings keepings;

    Candidates(KeepingStore dossiers, Keepings keepings) {
        this.dossiers = dossiers;
        this.keepings = keepings;
    }

    /** What an officer can order next, and what is missing: closed, with a time that is over. */
    record Found(List<Looked> dossiers, KeepingStore.Place next) {}

    /** @param next null on the last page; a page may be shorter than asked, or empty, where much is kept for longer */
    Uni<Found> of(String agency, KeepingStore.Place after, int most, Party who) {
        if (!Rights.mayKeep(who, agency)) {
            throw KeepingProblems.notYours();
        }
        var thisYear = keepings.today().withDayOfYear(1).atStartOfDay(DossierCode.ZONE);
        return dossiers.closed(agency, after, thisYear.toInstant(), SCANNED).map(rows -> {
            var found = new ArrayList<Looked>();
            for (var row : rows) {
                if (found.size() == most) {
                    return new Found(found, KeepingStore.Place.of(found.get(most - 1)));
                }
                if (isOver(row)) {
                    found.add(row);
                }
            }
            return new Found(found, rows.size() < SCANNED ? null : KeepingStore.Place.of(rows.get(rows.size() - 1)));
        });
    }

    private boolean isOver(Looked looked) {
        var bars = keepings.standing(looked, null).bars(keepings.today());
        return bars.stream().noneMatch(bar -> switch (bar) {
            case DESTROYED, NOT_CLOSED, MASTERED_ELSEWHERE, NO_RULE, PERMANENT, NOT_RUN_OUT -> true;
            case HELD, MONEY_OPEN, NOT_HANDED_OVER, HANDED_OVER_OUTDATED, ORDERED_ALREADY -> false;
        });
    }
}
