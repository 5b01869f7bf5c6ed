package vn.motcua.kpi.reporting;

/** What the codes of the indicators mean, for callers who read the API's description. */
final class Codes {

    static final String MEANING = """
            Figures with what they were made of; a share, in percent, whose denominator is 0 has the value null. A dossier that was \
            voided or merged counts nowhere, whatever the period.

            * `CARRIED`, `NEW` (`NEW_ONLINE`, `NEW_DIRECT`, `NEW_POST`), `RECEIVED`: accepted before the period and not ended before it; \
            accepted in it; both together
            * `EARLY`, `ONTIME`, `LATE`, `RESOLVED`: ended in the period (completed, withdrawn, stopped for good) before, on, after \
            the due day; all together. One that ended while its clock stood still is judged by the day on which the clock stopped
            * `OPEN_INTIME`, `OPEN_LATE`, `INPROGRESS`: not ended by the end of the period. One whose clock stands still is in time \
            unless it was overdue when the clock stopped
            * `ON_TIME_RATE`: (EARLY + ONTIME) / RESOLVED; `STRICT_ON_TIME_RATE`: the same by the day promised first; `OVERDUE_RATE`: \
            LATE / RESOLVED; `INDEX_OVERDUE_RATE`: of RESOLVED, those that are LATE or for which papers were asked for after acceptance at \
            least twice, as the index set of Decision 766 counts them (by days, G6); `OPEN_OVERDUE_RATE`: OPEN_LATE / INPROGRESS; `ONLINE_SHARE`: NEW_ONLINE / NEW
            * `STOPPED`: of RESOLVED, those that were stopped for good
            * `SUPPLEMENT_RATE`, `REPEAT_SUPPLEMENT_RATE`: of NEW, those for which papers were asked for after acceptance at least \
            once, at least twice; `EXTENSION_RATE`: of NEW, those for which the agency named a later day; `ONLINE_PAYMENT_ALL`: \
            of NEW, whether they cost something or not, those for which something was paid online at any time; \
            `ONLINE_PAYMENT_FEE`: the same of those of NEW for which there was something to pay, at acceptance or later; one whose fees \
            were all waived is not among them. Where nobody told (imported, mirrored), those whose procedure has a fee above 0 in the version \
            that they are under
            * `DIGITISED_RESULTS_PROVINCE`, `…_DISTRICT`, `…_COMMUNE`: of the dossiers that ended in the period with a result that was \
            granted and not taken back, those whose result is in the dossier as a file, by the level of the agency that answers for it now (departments \
            and ministries' bodies are the province's, units are their agency's). How long a result stays valid is told by no fact: results of \
            before the period are not looked at. Of imported and mirrored dossiers nobody tells files: ask for `origin`
            * `CERTIFIED_COPY_RATE`: of NEW, those with at least one paper as a copy that was certified electronically
            * `REPLY_8H_RATE`: online submissions of the period that were taken in, refused or sent back for papers within \
            the limit for a reply and never reported overdue, of all that were answered or should have been by now; \
            one that its applicant took back in that time counts nowhere
            * `RATED`, `SATISFACTION_RATE`: ratings that applicants gave in the period after their result was handed over; of these, \
            those with 4 or 5 of 5
            * `POST_HANDED_OVER`, `POST_DELIVERED`, `POST_FAILED_ATTEMPTS`, `POST_ON_TIME_RATE`: parcels of the agency, whatever \
            procedure and channel are asked for; none of them is mirrored
            * `FEEDBACK_RECEIVED`, `FEEDBACK_HANDLED_RATE`: reports and proposals (phản ánh, kiến nghị) received in the period; of these, \
            those answered or refused by now
            * `FEEDBACK_ON_TIME_RATE`: of these, with every time limit kept (2 working days to take in, forward or refuse, 15 to answer, \
            2 to publish), of those handled or late. What an agency missed before it forwarded one is not held against the next
            * `FEEDBACK_SATISFACTION_RATE`: ratings that authors gave in the period to their answers, those with 4 or 5 of 5. All of \
            them whatever channel is asked for; none is mirrored
            """;

    private Codes() {}
}
