package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

/** What administrators do with drafts: each method is one transaction, in which nobody else changes the catalogue. */
@ApplicationScoped
class DraftDesk {

    private static final Logger LOG = Logger.getLogger(DraftDesk.class);
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final int LARGEST = 65_536;
    private static final int MOST_FAULTS = 100;

    private final DraftStore store;
    private final Catalogues catalogues;
    private final CataloguePublisher publisher;
    private final Clock clock;

    DraftDesk(DraftStore store, Catalogues catalogues, CataloguePublisher publisher, Clock clock) {
        this.store = store;
        this.catalogues = catalogues;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What publishing did. */
    record Published(String kind, String code, int version, List<String> closed) {}

    DraftView create(CatalogueEntry entry, RequestKey key) throws SQLException {
        requireWellFormed(entry);
        try (DraftStore.Turn turn = store.turn()) {
            var before = turn.answer(key);
            if (before.isPresent()) {
                return read(before.get(), DraftView.class);
            }
            requireUnpublished(turn, entry);
            if (turn.draft(entry.wireKind(), entry.code(), entry.version()).isPresent()) {
                throw barred(
                        "DRAFT_EXISTS",
                        "Đã có bản thảo của phiên bản này; hãy sửa bản thảo đó.",
                        "There is a draft of this version already; change that one.");
            }
            Draft draft = new Draft(entry, 1, key.scope(), now());
            turn.write(List.of(draft));
            DraftView view = DraftView.of(draft);
            turn.remember(key, EventFormat.canonicalText(view), draft.writtenAt());
            turn.commit();
            return view;
        }
    }

    DraftView change(String kind, String code, int version, long revision, CatalogueEntry entry, String by)
            throws SQLException {
        if (entry == null
                || !entry.wireKind().equals(kind)
                || !code.equals(entry.code())
                || entry.version() != version) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .pointer(
                            "",
                            "Loại, mã và phiên bản phải như trong địa chỉ.",
                            "Kind, code and version must be those of the address.");
        }
        requireWellFormed(entry);
        try (DraftStore.Turn turn = store.turn()) {
            requireCurrent(turn, kind, code, version, revision);
            Draft draft = new Draft(entry, revision + 1, by, now());
            turn.write(List.of(draft));
            turn.commit();
            return DraftView.of(draft);
        }
    }

    void discard(String kind, String code, int version, long revision) throws SQLException {
        try (DraftStore.Turn turn = store.turn()) {
            Draft draft = requireCurrent(turn, kind, code, version, revision);
            turn.remove(List.of(draft.entry()));
            turn.commit();
        }
    }

    /** Makes a draft hold from now on, here at once and on the other instances within seconds. */
    Published publish(String kind, String code, int version, RequestKey key) throws SQLException {
        Published published;
        try (DraftStore.Turn turn = store.turn()) {
            var before = turn.answer(key);
            if (before.isPresent()) {
                return read(before.get(), Published.class);
            }
            Publication publication = Publication.of(
                    turn.published(), List.of(drafted(turn, kind, code, version).entry()));
            requireSound(publication);
            turn.publish(publication, key.scope(), now());
            published = new Published(kind, code, version, closed(publication));
            turn.remember(key, EventFormat.canonicalText(published), now());
            turn.commit();
        }
        LOG.infof("catalogue published=%s|%s|%d", kind, code, version);
        announce();
        return published;
    }

    /** To be called after what was published is committed. */
    void announce() {
        catalogues.refresh();
        publisher.wake();
    }

    static void requireSound(Publication publication) {
        if (publication.faults().isEmpty()) {
            return;
        }
        Problem problem = Problem.of(ProblemType.RULE_VIOLATED)
                .detail(
                        "Danh mục không hợp lệ nếu công bố nội dung này.",
                        "With this the catalogue would contradict itself.")
                .with("faults", publication.faults().size());
        publication.faults().stream()
                .limit(MOST_FAULTS)
                .forEach(fault -> problem.pointer(fault.pointer(), fault.vietnameseText(), fault.text()));
        throw problem;
    }

    /** What can be stored and addressed; whether it makes sense is judged when it is published. */
    static void requireWellFormed(CatalogueEntry entry) {
        if (entry == null) {
            throw Problem.of(ProblemType.MALFORMED).pointer("", "Thiếu nội dung.", "There is no content.");
        }
        Problem problem = Problem.of(ProblemType.RULE_VIOLATED);
        boolean code = entry.code() != null && CODE.matcher(entry.code()).matches();
        if (!code) {
            problem.pointer(
                    "/code",
                    "Mã gồm 1 đến 64 chữ cái, chữ số, dấu chấm, gạch và @.",
                    "A code has 1 to 64 letters, digits, dots, dashes and @.");
        }
        if (entry.version() < 1) {
            problem.pointer("/version", "Phiên bản từ 1.", "Versions count from 1.");
        }
        boolean small = EventFormat.canonicalText(entry).getBytes(StandardCharsets.UTF_8).length <= LARGEST;
        if (!small) {
            problem.pointer("", "Tối đa 65.536 byte.", "65,536 bytes at most.");
        }
        if (!code || entry.version() < 1 || !small) {
            throw problem;
        }
    }

    private static void requireUnpublished(DraftStore.Turn turn, CatalogueEntry entry) throws SQLException {
        int highest = turn.highestPublished(entry.wireKind(), entry.code());
        if (entry.version() <= highest) {
            throw barred(
                            "PUBLISHED",
                            "Phiên bản " + highest + " đã công bố và không thay đổi; hãy dùng phiên bản cao hơn.",
                            "Version " + highest + " is published and never changes; take a higher version.")
                    .with("published", highest);
        }
    }

    private static Draft drafted(DraftStore.Turn turn, String kind, String code, int version) throws SQLException {
        var draft = turn.draft(kind, code, version);
        if (draft.isEmpty() && version <= turn.highestPublished(kind, code)) {
            throw barred("PUBLISHED", "Phiên bản này đã được công bố.", "This version is published already.");
        }
        return draft.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private static Draft requireCurrent(DraftStore.Turn turn, String kind, String code, int version, long revision)
            throws SQLException {
        Draft draft = drafted(turn, kind, code, version);
        if (draft.revision() != revision) {
            throw Problem.of(ProblemType.STALE)
                    .detail(
                            "Bản thảo đã được sửa thành bản " + draft.revision() + ".",
                            "The draft has become revision " + draft.revision() + ".")
                    .with("revision", draft.revision());
        }
        return draft;
    }

    private static List<String> closed(Publication publication) {
        return publication.changed().stream()
                .filter(entry -> !publication.published().contains(entry))
                .map(CatalogueEntry::key)
                .toList();
    }

    private static Problem barred(String reason, String vietnamese, String english) {
        return Problem.of(ProblemType.BARRED).detail(vietnamese, english).with("reason", reason);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static <T> T read(String answer, Class<T> type) {
        try {
            return EventFormat.mapper().readValue(answer, type);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
