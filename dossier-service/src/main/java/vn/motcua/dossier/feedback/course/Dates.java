package vn.motcua.dossier.feedback.course;

import java.time.Instant;
import java.util.Objects;

/**
 * When what happened, UTC; null until it did.
 *
 * @param receivedAt when it first came to a system of the province, or to the national one
 * @param arrivedAt when it came to the agency that has it
 * @param askedAt when its author was asked for more
 */
public record Dates(
        Instant receivedAt,
        Instant arrivedAt,
        Instant classifiedAt,
        Instant askedAt,
        Instant answeredAt,
        Instant publishedAt,
        Instant refusedAt) {
    public Dates {
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(arrivedAt, "arrivedAt");
    }

    static Dates received(Instant at) {
        return new Dates(at, at, null, null, null, null, null);
    }

    Dates arrived(Instant at) {
        return new Dates(receivedAt, at, classifiedAt, askedAt, answeredAt, publishedAt, refusedAt);
    }

    Dates classified(Instant at) {
        return new Dates(receivedAt, arrivedAt, at, askedAt, answeredAt, publishedAt, refusedAt);
    }

    Dates asked(Instant at) {
        return new Dates(receivedAt, arrivedAt, classifiedAt, at, answeredAt, publishedAt, refusedAt);
    }

    Dates answered(Instant at) {
        return new Dates(receivedAt, arrivedAt, classifiedAt, askedAt, at, publishedAt, refusedAt);
    }

    Dates published(Instant at) {
        return new Dates(receivedAt, arrivedAt, classifiedAt, askedAt, answeredAt, at, refusedAt);
    }

    Dates refused(Instant at) {
        return new Dates(receivedAt, arrivedAt, classifiedAt, askedAt, answeredAt, publishedAt, at);
    }
}
