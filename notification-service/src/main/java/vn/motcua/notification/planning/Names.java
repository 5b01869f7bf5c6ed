package vn.motcua.notification.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.Reason;
import vn.motcua.dossier.subscriber.CatalogueCopy;
import vn.motcua.dossier.subscriber.NotYet;
import vn.motcua.notification.notices.Name;

/**
 * What codes are called, from the copy of the catalogue; agencies as they were called when the fact became true that is told of.
 *
 * @param agencies by code and day
 */
record Names(BiFunction<String, LocalDate, Optional<Agency>> agencies, Function<String, Optional<Reason>> reasons) {

    /**
     * The agency.
     *
     * @throws NotYet while it is not in the copy, here and below
     */
    Name agency(String code, Instant at) {
        return name(entry(code, at).names());
    }

    /** The counter where the agency's results are collected. */
    Name shop(String code, Instant at) {
        var agency = entry(code, at);
        return name(agency.oneStopShop() == null ? agency.names() : agency.oneStopShop());
    }

    /** Whether people go to the same counter for both: a counter is known by its name and its place. An agency that is unknown has none. */
    boolean sameShop(String before, String after, Instant at) {
        var now = entry(after, at);
        return agencies.apply(before, CatalogueCopy.day(at))
                .filter(then ->
                        shop(then.code(), at).equals(shop(after, at)) && Objects.equals(then.address(), now.address()))
                .isPresent();
    }

    /** The sentence for citizens. */
    Name reason(String code) {
        return name(reasons.apply(code)
                .orElseThrow(() -> new NotYet("REASON|" + code))
                .names());
    }

    private Agency entry(String code, Instant at) {
        return agencies.apply(code, CatalogueCopy.day(at)).orElseThrow(() -> new NotYet("AGENCY|" + code));
    }

    private static Name name(vn.motcua.dossier.events.CatalogueEntry.Names names) {
        return new Name(names.vi(), names.en());
    }
}
