package vn.motcua.dossier.feedback;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.edge.Digests;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.feedback.MirroredFeedbackResource.EntryAnswer;
import vn.motcua.dossier.feedback.course.Channel;
import vn.motcua.dossier.feedback.course.Matter;
import vn.motcua.dossier.feedback.course.Party;

/** Takes in what another system received. The other system's name and number are the key, so what is told twice is here once. */
@ApplicationScoped
class MirroredFeedbackDesk {

    static final int MOST_ENTRIES = 200;
    private static final int LONGEST_SOURCE = 60;
    private static final int LONGEST_ID = 100;

    private final FeedbackDesk desk;
    private final Catalogue catalogue;
    private final Clock clock;

    MirroredFeedbackDesk(FeedbackDesk desk, Catalogue catalogue, Clock clock) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The whole, before any of it is taken in. */
    FeedbackRequest.Mirrored checked(FeedbackRequest.Mirrored body) {
        var written = new Written();
        written.text("/source", body.source(), LONGEST_SOURCE);
        if (body.entries() == null || body.entries().isEmpty() || body.entries().size() > MOST_ENTRIES) {
            written.rule("/entries", "Từ 1 đến " + MOST_ENTRIES + ".", "From 1 to " + MOST_ENTRIES + ".");
        }
        written.raise();
        return body;
    }

    /** One entry: what is wrong with it stops no other. */
    Uni<EntryAnswer> take(String source, FeedbackRequest.Entry entry, Party who, Provenance provenance) {
        if (entry == null) {
            return Uni.createFrom().item(new EntryAnswer(null, "refused", null, "an entry is needed"));
        }
        var written = new Written();
        var sourceId = written.text("/sourceId", entry.sourceId(), LONGEST_ID);
        var agency = written.agency("/agency", entry.agency(), catalogue);
        var procedure = written.procedure("/procedure", entry.procedure(), catalogue);
        var words = Words.salted(
                written.optional("/author", entry.author(), Written.LONGEST_AUTHOR),
                written.text("/text", entry.text(), Written.LONGEST_TEXT));
        var given = written.present("/receivedAt", entry.receivedAt());
        if (given != null && given.toInstant().isAfter(clock.instant())) {
            written.rule("/receivedAt", "Chưa đến thời điểm này.", "It lies in the future.");
        }
        if (!written.isFine()) {
            return Uni.createFrom().item(new EntryAnswer(entry.sourceId(), "refused", null, written.first()));
        }
        var matter = new Matter(Channel.NATIONAL, agency, catalogue.path(agency), procedure, null, words.digest());
        var key = new RequestKey("mirror:" + source, sourceId, digest(entry));
        var at = given.toInstant().truncatedTo(ChronoUnit.MILLIS);
        return Uni.createFrom()
                .deferred(() -> desk.mirror(
                        matter,
                        words,
                        who,
                        at,
                        new Provenance(
                                key, provenance.account(), null, provenance.correlationId(), provenance.traceparent())))
                .map(taken -> new EntryAnswer(sourceId, taken.created() ? "created" : "unchanged", taken.id(), null))
                .onFailure(MirroredFeedbackDesk::isTheEntrys)
                .recoverWithItem(refused -> new EntryAnswer(
                        sourceId, "refused", null, ((Problem) refused).type().urn()));
    }

    /** Another content under a known number, or an agency that is not the caller's; everything else concerns all entries alike. */
    private static boolean isTheEntrys(Throwable failure) {
        return failure instanceof Problem problem
                && (problem.type() == ProblemType.KEY_REUSED || problem.type() == ProblemType.FORBIDDEN);
    }

    private static byte[] digest(FeedbackRequest.Entry entry) {
        return Digests.sha256()
                .digest(EventFormat.canonical(new Told(
                        entry.agency(),
                        entry.procedure(),
                        entry.receivedAt().toInstant(),
                        entry.author(),
                        entry.text())));
    }

    private record Told(String agency, String procedure, java.time.Instant receivedAt, String author, String text) {}
}
