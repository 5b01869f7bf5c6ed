package vn.motcua.dossier.events.feedback;

import java.time.Instant;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.ProcedureRef;

/**
 * Feedback as it stands after the fact, so that a reader needs no other source. No personal data, and nothing that anybody wrote.
 *
 * @param status after the fact
 * @param previousStatus before it; null on the first fact
 * @param kind null until it was classified
 * @param channel how it came
 * @param agency that has it
 * @param procedure that it is about, by its national id alone; null where it is about none
 * @param receivedAt when it was first received, UTC
 * @param arrivedAt when it came to the agency that has it; later than {@code receivedAt} where it was transferred
 * @param classifiedAt null before
 * @param askedAt when its author was asked for more; null before
 * @param answeredAt null before
 * @param publishedAt null before
 * @param refusedAt null before
 * @param stage what the agency owes now; null if nothing
 * @param dueAt until when; null if nothing is owed, and where the year's calendar was not published
 * @param origin whether this may touch the world
 * @param privateDigest salted digest of who wrote what: shows that it was not swapped, tells nothing about it
 */
public record FeedbackState(
        FeedbackStatus status,
        FeedbackStatus previousStatus,
        FeedbackKind kind,
        FeedbackChannel channel,
        AgencyRef agency,
        ProcedureRef procedure,
        Instant receivedAt,
        Instant arrivedAt,
        Instant classifiedAt,
        Instant askedAt,
        Instant answeredAt,
        Instant publishedAt,
        Instant refusedAt,
        FeedbackStage stage,
        Instant dueAt,
        Origin origin,
        String privateDigest) {}
