package vn.motcua.dossier.casework;

import java.util.List;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.LegalRules;

/**
 * A new dossier to be written; its code is given out by the database, which puts it where {@link #CODE} stands.
 *
 * @param dossier without code
 * @param event with the placeholder in its data and hashed text
 * @param provenance its key is what makes the creation happen once
 * @param filings files that come with it
 */
public record CreationWrite(
        Dossier dossier, PrivatePart part, EventRow event, Provenance provenance, List<Filing> filings) {

    /** Stands for the code until there is one. Nothing else in an event can hold it: codes have capitals, digits, dots, hyphens. */
    static final String CODE = "~code~";

    /**
     * What came of it.
     *
     * @param code given out
     * @param hash of the first event
     */
    public record Issued(String code, String hash) {}

    static CreationWrite of(
            Attempt.Done done, PrivatePart part, Provenance provenance, String source, LegalRules rules) {
        return of(done, part, List.of(), provenance, source, rules);
    }

    /** With files. */
    static CreationWrite of(
            Attempt.Done done,
            PrivatePart part,
            List<Filing> filings,
            Provenance provenance,
            String source,
            LegalRules rules) {
        var unnamed = new Attempt.Done(done.dossier().named(CODE), done.fact());
        return new CreationWrite(done.dossier(), part, EventRow.of(unnamed, null, source, rules), provenance, filings);
    }

    /** The text before and after the code. */
    static String[] around(String text) {
        var at = text.indexOf(CODE);
        if (at < 0 || at != text.lastIndexOf(CODE)) {
            throw new IllegalStateException("the code belongs into an event exactly once");
        }
        return new String[] {text.substring(0, at), text.substring(at + CODE.length())};
    }
}
