package vn.motcua.notification.planning;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.Reason;
import vn.motcua.dossier.subscriber.NotYet;
import vn.motcua.notification.notices.Name;

/** What codes are called, from the copy of the catalogue. */
record Names(Function<String, Optional<Agency>> agencies, Function<String, Optional<Reason>> reasons) {

    /**
     * The agency.
     *
     * @throws NotYet while it is not in the copy, here and below
     */
    Name agency(String code) {
        return name(entry(code).names());
    }

    /** The counter where the agency's results are collected. */
    Name shop(String code) {
        var agency = entry(code);
        return name(agency.oneStopShop() == null ? agency.names() : agency.oneStopShop());
    }

    /** Whether people go to the same counter for both: a counter is known by its name and its place. An agency that is unknown has none. */
    boolean sameShop(String before, String after) {
        var now = entry(after);
        return agencies.apply(before)
                .filter(then -> shop(then.code()).equals(shop(after)) && Objects.equals(then.address(), now.address()))
                .isPresent();
    }

    /** The sentence for citizens. */
    Name reason(String code) {
        return name(reasons.apply(code)
                .orElseThrow(() -> new NotYet("REASON|" + code))
                .names());
    }

    private Agency entry(String code) {
        return agencies.apply(code).orElseThrow(() -> new NotYet("AGENCY|" + code));
    }

    private static Name name(vn.motcua.dossier.events.CatalogueEntry.Names names) {
        return new Name(names.vi(), names.en());
    }
}
