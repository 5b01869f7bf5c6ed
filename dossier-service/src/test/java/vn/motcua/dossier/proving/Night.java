package vn.motcua.dossier.proving;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import vn.motcua.dossier.lifecycle.DossierCode;

/** What a night leaves behind, without waiting for it. */
@Singleton
public class Night {

    private final DailyRoots roots;

    Night(DailyRoots roots) {
        this.roots = roots;
    }

    /** All histories have a root of yesterday, by the database's clock, and none before. */
    public void over() {
        noneYet();
        roots.close(LocalDate.now(DossierCode.ZONE).minusDays(1));
    }

    /** There is no root at all. */
    public void noneYet() {
        RecordedFacts.clearRoots();
    }
}
