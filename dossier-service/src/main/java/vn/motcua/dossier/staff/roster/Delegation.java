package vn.motcua.dossier.staff.roster;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That somebody signs for somebody else, within a scope and for a time.
 *
 * @param from account whose right it is
 * @param to account that acts
 * @param agency scope: this agency and those below it
 * @param procedure only this one; null for all. Never together with a sector
 * @param sector only procedures of this sector; null for all
 * @param validFrom the first day, in Vietnam
 * @param validTo the last day; null until further notice
 * @param revokedFrom the first day on which it no longer holds; null while it is not revoked
 * @param document the written order, by its number
 */
public record Delegation(
        UUID id,
        String from,
        String to,
        Mode mode,
        String agency,
        String procedure,
        String sector,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate revokedFrom,
        String document) {

    /** How the signature says it. Source: Decree 30/2020, art. 13 (from general knowledge, to be confirmed). */
    public enum Mode {
        /** Ký thay: a deputy for the head of the same body. */
        DEPUTY("KT."),
        /** Thừa lệnh: the head of a division by order of the head of the body. */
        BY_ORDER("TL."),
        /** Thừa ủy quyền: by a written authorisation that is limited in time. */
        AUTHORISED("TUQ.");

        private final String sign;

        Mode(String sign) {
            this.sign = sign;
        }

        /** What stands before the office of the person who is signed for: {@code KT.} */
        public String sign() {
            return sign;
        }

        /** Whoever signs by order may let their own deputy sign; nothing else is passed on, an authorisation least of all. */
        boolean mayBePassedOnAs(Mode next) {
            return this == BY_ORDER && next == DEPUTY;
        }
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom)
                && (validTo == null || !day.isAfter(validTo))
                && (revokedFrom == null || day.isBefore(revokedFrom));
    }

    /** As it was before anybody revoked it. */
    public Delegation asGiven() {
        return new Delegation(id, from, to, mode, agency, procedure, sector, validFrom, validTo, null, document);
    }

    /** @param ofSector the sector of the procedure; null where it is not known */
    public boolean covers(String ofAgency, String ofProcedure, String ofSector) {
        return Codes.covers(agency, ofAgency)
                && (procedure == null || procedure.equals(ofProcedure))
                && (sector == null || sector.equals(ofSector));
    }

    /** How narrow the scope is; of two that fit the narrower is named. */
    int narrowness() {
        return (procedure != null ? 2_000 : sector != null ? 1_000 : 0) + agency.length();
    }
}
