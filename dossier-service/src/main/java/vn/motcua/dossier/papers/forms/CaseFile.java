package vn.motcua.dossier.papers.forms;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.casework.Applicant;
import vn.motcua.dossier.casework.AuthorisedPerson;
import vn.motcua.dossier.casework.Paper;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.lifecycle.Asked;
import vn.motcua.dossier.lifecycle.Bill;

/**
 * What papers are written from: a dossier's history up to one event, and its private part as it is now. Never logged.
 *
 * @param history in order, not empty; the paper is about the last
 * @param applicant null where nobody said who it was, and after a person was erased
 * @param authorised whom the owner authorised to act for them; null without one, and after a person was erased
 * @param asked every request for papers, in order
 * @param bill as it is now
 * @param decisionReason code of why it was denied; null where it was not
 */
record CaseFile(
        UUID id,
        List<Entry> history,
        Applicant applicant,
        AuthorisedPerson authorised,
        List<Paper> papers,
        List<Asked> asked,
        Bill bill,
        String decisionReason) {

    /**
     * One event.
     *
     * @param hash that the next event refers to
     * @param account who acted; null where no person did
     * @param name of whoever acted, as their token had it; may be null
     * @param note the officer's remark; null without one
     */
    record Entry(
            long sequence, Instant time, DossierEvent event, String hash, String account, String name, String note) {}

    CaseFile {
        history = List.copyOf(history);
        papers = List.copyOf(papers);
        asked = List.copyOf(asked);
    }

    /** The event that the paper is about. */
    Entry last() {
        return history.get(history.size() - 1);
    }

    String code() {
        return last().event().dossier().code();
    }

    @Override
    public String toString() {
        return "CaseFile[" + id + ", …]";
    }
}
