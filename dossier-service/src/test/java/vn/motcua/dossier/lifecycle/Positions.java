package vn.motcua.dossier.lifecycle;

import static java.util.Map.entry;
import static vn.motcua.dossier.lifecycle.Samples.after;
import static vn.motcua.dossier.lifecycle.Samples.as;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where a dossier can stand, under the names of {@code transitions.txt}; steps are asked for at ten o'clock. */
final class Positions {

    /** Before ten o'clock. */
    private static final Instant SOON = Hours.at("2022-06-08T09:30");

    private static final Map<String, Dossier> ALL = new TreeMap<>(Map.ofEntries(
            entry("SUBMITTED", Lives.submitted()),
            entry("SUBMITTED/supplied", Lives.supplied(Lives.asked(Lives.submitted()))),
            entry("SUPPLEMENT_BEFORE", Lives.asked(Lives.submitted())),
            entry("SUPPLEMENT_BEFORE/run-out", Lives.asked(Lives.submitted(), Samples.NINE, SOON)),
            entry("REFUSED", Lives.refused()),
            entry("ACCEPTED", Lives.accepted()),
            entry("ACCEPTED/immediate", Lives.immediate()),
            entry("PROCESSING", Lives.processing()),
            entry("PROCESSING/first", Lives.appraising()),
            entry("PROCESSING/middle", Lives.checking()),
            entry("PROCESSING/signing", Lives.signing()),
            entry("PROCESSING/last", Lives.issuing()),
            entry("PROCESSING/supplied", Lives.confirmed(Lives.asked(Lives.processing()), Samples.NINE)),
            entry("PROCESSING/extended", Lives.extended()),
            entry("PROCESSING/part", Lives.withPart(Lives.processing())),
            entry("PROCESSING/part-received", Lives.withReceivedPart()),
            entry("PROCESSING/imported", Lives.imported()),
            entry("MIRRORED", Lives.mirrored()),
            entry("SUPPLEMENT_AFTER", Lives.asked(Lives.processing())),
            entry("SUPPLEMENT_AFTER/answered", Lives.supplied(Lives.asked(Lives.processing()))),
            entry("SUPPLEMENT_AFTER/run-out", Lives.asked(Lives.processing(), Samples.NINE, SOON)),
            entry("PAYMENT_REQUIRED", Lives.toPay(Lives.processing())),
            entry("PAYMENT_REQUIRED/run-out", Lives.toPay(Lives.processing(), Samples.NINE, SOON)),
            entry("STOPPED", Lives.stopped(true)),
            entry("STOPPED/part", Lives.stopped(Lives.withPart(Lives.processing()), true)),
            entry("STOPPED_FOR_GOOD", Lives.stopped(false)),
            entry("WITHDRAWN", Lives.withdrawn()),
            entry("COMPLETED/post", Lives.completed(Lives.processing(ReturnMethod.POST))),
            entry("COMPLETED/counter", Lives.completed()),
            entry("COMPLETED/electronic", Lives.completed(Lives.processing(ReturnMethod.ELECTRONIC))),
            entry("COMPLETED/owing", Lives.completed(Lives.owing())),
            entry("COMPLETED/paid", Lives.completed(Lives.paidUp())),
            entry("WITHDRAWN/paid", after(Lives.paidUp().withdraw(as(Role.OFFICER), null, Samples.NINE))),
            entry("RETURNED", Lives.returned()),
            entry("RETURNED/rated", Lives.rated()),
            entry("VOIDED", Lives.voided())));

    private Positions() {}

    static Map<String, Dossier> all() {
        return ALL;
    }

    /** Those after which nothing can follow. */
    static Map<String, Dossier> closed() {
        var closed = new TreeMap<>(ALL);
        closed.keySet()
                .retainAll(Set.of(
                        "REFUSED",
                        "STOPPED_FOR_GOOD",
                        "WITHDRAWN",
                        "WITHDRAWN/paid",
                        "RETURNED",
                        "RETURNED/rated",
                        "VOIDED"));
        return closed;
    }
}
