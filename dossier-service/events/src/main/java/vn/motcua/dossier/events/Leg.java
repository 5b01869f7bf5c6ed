package vn.motcua.dossier.events;

import java.time.Instant;

/**
 * A part of the work that another agency does. Source: Decree 61/2018, art. 19 §5–§7.
 *
 * @param number within the dossier, from 1
 * @param agency that has it; without a path
 * @param limit how long it may take
 * @param after number of the part that has to be finished first; null where it waits for none
 * @param openedAt when its clock started, UTC; null while it waits for another part
 * @param dueAt until when it is due; null without a limit, and while it waits
 * @param receivedAt when the agency acknowledged it; null until then
 * @param finishedAt when the agency finished it, or the lead agency took it back; null until then
 * @param outcome how it ended; null until then
 */
public record Leg(
        int number,
        AgencyRef agency,
        Limit limit,
        Integer after,
        Instant openedAt,
        Instant dueAt,
        Instant receivedAt,
        Instant finishedAt,
        LegOutcome outcome) {}
