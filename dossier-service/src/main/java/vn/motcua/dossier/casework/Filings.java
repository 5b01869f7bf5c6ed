package vn.motcua.dossier.casework;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.dossier.casework.FilingStore.Known;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.events.CatalogueEntry.Component;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.CatalogueEntry.Upload;
import vn.motcua.dossier.lifecycle.Document;
import vn.motcua.dossier.lifecycle.Matter;
import vn.motcua.dossier.lifecycle.ReturnMethod;

/** Reads which files are to be filed, against what was sent and what the procedure asks for. Thread-safe. */
@ApplicationScoped
class Filings {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int MOST = 50;
    private static final int MOST_PAGES = 10_000;
    /** Kinds that say of a file that somebody answers for it with a signature. By whom is for a person to judge. */
    private static final Set<Document.Kind> SIGNED = Set.of(Document.Kind.SIGNED, Document.Kind.CERTIFIED_COPY);

    private final FilingStore store;
    private final EarlierPaperStore earlier;
    private final Catalogue catalogue;

    Filings(FilingStore store, EarlierPaperStore earlier, Catalogue catalogue) {
        this.store = store;
        this.earlier = earlier;
        this.catalogue = catalogue;
    }

    /**
     * What is known of the files that a request names, before anything is said about it: a request that was answered before has used its uploads
     * up and is answered all the same.
     */
    record Found(
            List<FilingRequest> asked, Map<UUID, Known> uploads, Map<UUID, EarlierPaper> documents, String account) {}

    /** Looks for what the request names; for more than {@value #MOST} it does not. */
    Uni<Found> look(List<FilingRequest> given, String account, Instant at) {
        var asked = given == null ? List.<FilingRequest>of() : given;
        if (asked.isEmpty() || asked.size() > MOST) {
            return Uni.createFrom().item(new Found(asked, Map.of(), Map.of(), account));
        }
        var present = asked.stream().filter(Objects::nonNull).toList();
        return Uni.combine()
                .all()
                .unis(
                        store.uploads(ids(present.stream().map(FilingRequest::upload)), account, at),
                        earlier.named(ids(present.stream().map(FilingRequest::document))))
                .asTuple()
                .map(both -> new Found(
                        asked,
                        both.getItem1(),
                        both.getItem2().stream().collect(Collectors.toMap(EarlierPaper::id, paper -> paper)),
                        account));
    }

    /**
     * The files as they will be filed; whatever is wrong becomes a fault.
     *
     * @param place pointer to the list; of a single one pointer to itself
     * @param reuse whose papers may be taken over
     */
    List<Filing> read(
            Found found, Optional<Procedure> procedure, Reuse reuse, String place, boolean single, Faults faults) {
        if (found.asked().size() > MOST) {
            faults.rule(place, "Nhiều nhất " + MOST + " tệp.", "At most " + MOST + " files.");
            return List.of();
        }
        var components = new HashSet<String>();
        procedure.ifPresent(known -> known.components().forEach(component -> components.add(component.code())));
        var used = new HashSet<UUID>();
        var filings = new ArrayList<Filing>();
        for (int i = 0; i < found.asked().size(); i++) {
            var at = single ? place : place + "/" + i;
            one(found, found.asked().get(i), components, procedure.isPresent(), reuse, used, at, faults)
                    .ifPresent(filings::add);
        }
        return filings;
    }

    /** Names the components that have to come as files and do not. */
    void complete(Procedure procedure, List<Filing> filings, Faults faults) {
        var sent = new HashSet<String>();
        filings.forEach(filing -> sent.add(filing.document().component()));
        procedure.components().stream()
                .filter(component -> component.upload() == Upload.REQUIRED && !sent.contains(component.code()))
                .forEach(component -> missing(component, faults));
    }

    /** Whether a result that is granted has to be there as a file: it was asked for as one, and nothing else could be opened. */
    static boolean resultGoesAsFile(Matter matter) {
        return matter.returnMethod() == ReturnMethod.ELECTRONIC;
    }

    Optional<Procedure> procedure(Matter matter) {
        return catalogue.procedure(matter.procedure(), matter.procedureVersion());
    }

    private static void missing(Component component, Faults faults) {
        faults.rule(
                "/documents",
                "Thiếu tệp của thành phần " + component.code() + ": "
                        + component.names().vi() + ".",
                "The file of component " + component.code() + " is missing: "
                        + component.names().en() + ".");
    }

    private static Optional<Filing> one(
            Found found,
            FilingRequest given,
            HashSet<String> components,
            boolean known,
            Reuse reuse,
            HashSet<UUID> used,
            String at,
            Faults faults) {
        if (given == null || (given.upload() == null) == (given.document() == null)) {
            faults.rule(at, "Có tệp tải lên hoặc tài liệu cũ, không cả hai.", "Either an upload or a document.");
            return Optional.empty();
        }
        if (given.component() != null && known && !components.contains(given.component())) {
            faults.unknown(
                    at + "/component", "Thủ tục không có thành phần này.", "The procedure has no such component.");
        }
        if (given.pages() != null && (given.pages() < 1 || given.pages() > MOST_PAGES)) {
            faults.rule(at + "/pages", "Từ 1 đến " + MOST_PAGES + ".", "1 to " + MOST_PAGES + ".");
        }
        var result = Boolean.TRUE.equals(given.result());
        if (result && given.component() != null) {
            faults.rule(
                    at + "/component",
                    "Kết quả không phải là thành phần hồ sơ.",
                    "A result is no component of the dossier.");
        }
        return given.upload() != null
                ? sent(found, given, result, used, at, faults)
                : takenOver(found, given, result, reuse, at, faults);
    }

    private static Optional<Filing> sent(
            Found found, FilingRequest given, boolean result, HashSet<UUID> used, String at, Faults faults) {
        if (given.kind() == Document.Kind.REUSED) {
            faults.rule(
                    at + "/kind",
                    "Tái sử dụng thì nêu tài liệu của hồ sơ cũ.",
                    "What is reused is named by its document in the earlier dossier.");
        }
        var known = found.uploads().get(given.upload());
        if (known == null || !used.add(given.upload())) {
            faults.rule(at + "/upload", Refusals.UPLOAD_GONE_VI, Refusals.UPLOAD_GONE_EN);
            return Optional.empty();
        }
        var kind = given.kind() == null ? Document.Kind.SCANNED : given.kind();
        if (known.broken() && (result || kind != Document.Kind.SCANNED)) {
            faults.rule(
                    at + "/upload",
                    "Chữ ký số của tệp không hợp lệ: tệp đã bị sửa sau khi ký hoặc chữ ký không đúng. Hãy nộp bản ký gốc.",
                    "The file's digital signature does not hold: it was altered after signing, or is not by whom it says. Send the file as it was signed.");
        }
        if (SIGNED.contains(kind) && !known.isSigned()) {
            faults.rule(
                    at + "/kind",
                    "Tệp không có chữ ký số đọc được; chỉ nộp được là bản chụp (SCANNED).",
                    "The file has no digital signature that could be read; it can be filed as SCANNED only.");
        } else if (result && known.isNotJudged()) {
            faults.rule(
                    at + "/upload",
                    "Tệp ghi là có chữ ký số nhưng không kiểm tra được; kết quả phải là tệp kiểm tra được.",
                    "The file says that it is signed and that cannot be checked; a result has to be a file that can.");
        }
        return Optional.of(new Filing(document(given, kind, result, known), given.upload(), null, found.account()));
    }

    private static Optional<Filing> takenOver(
            Found found, FilingRequest given, boolean result, Reuse reuse, String at, Faults faults) {
        if (result || (given.kind() != null && given.kind() != Document.Kind.REUSED)) {
            faults.rule(
                    at + "/kind",
                    "Tài liệu của hồ sơ cũ chỉ dùng lại làm thành phần hồ sơ.",
                    "A document of an earlier dossier is reused as a paper of this one.");
        }
        var known = found.documents().get(given.document());
        // Somebody else's is as unknown as one that does not exist.
        if (known == null || !reuse.allows(known)) {
            faults.rule(
                    at + "/document",
                    "Không có tài liệu này trong hồ sơ trước đây của cùng người nộp.",
                    "There is no such document in an earlier dossier of the same applicant.");
            return Optional.empty();
        }
        return Optional.of(new Filing(
                document(given, Document.Kind.REUSED, result, known.file()), null, given.document(), found.account()));
    }

    private static Document document(FilingRequest given, Document.Kind kind, boolean result, Known known) {
        return new Document(
                UuidCreator.getTimeOrderedEpoch(),
                given.component(),
                kind,
                result,
                known.sha256(),
                salt(),
                known.bytes(),
                known.mediaType(),
                given.pages());
    }

    private static String salt() {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private static List<UUID> ids(Stream<UUID> ids) {
        return ids.filter(Objects::nonNull).distinct().toList();
    }
}
