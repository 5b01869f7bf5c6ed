package vn.motcua.dossier.keeping;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.edge.Digests;
import vn.motcua.dossier.events.EventFormat;

/**
 * That an order was carried out: who, when, which dossiers, and what each was before. Whoever has the archive's package, or saved the history, finds the
 * hashes again.
 *
 * @param basis of the order
 * @param digest {@code sha256:} over the RFC 8785 canonical JSON of everything else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DestructionCertificate")
public record Certificate(
        UUID order,
        long number,
        String agency,
        String basis,
        String draftedBy,
        Instant draftedAt,
        String approvedBy,
        Instant approvedAt,
        List<Line> dossiers,
        String digest) {

    /**
     * A dossier of the order.
     *
     * @param bar why it was left out; the rest is absent then
     * @param files how many files and papers it had, with their hashes
     * @param sequence of its last fact before, with {@code hash}
     * @param erasedSequence of the fact that tells of the destruction, with {@code erasedHash}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DestroyedDossier")
    public record Line(
            UUID dossier,
            String code,
            String procedure,
            LocalDate closedOn,
            LocalDate keepUntil,
            String basis,
            String bar,
            Instant destroyedAt,
            String packageSha256,
            String receipt,
            Long sequence,
            String hash,
            Long erasedSequence,
            String erasedHash,
            Integer files,
            List<String> fileHashes) {
        static Line of(DestructionOrder.Item item) {
            var proof = item.proof();
            if (proof == null) {
                return new Line(
                        item.dossier(),
                        item.code(),
                        item.procedure(),
                        item.closedOn(),
                        item.keepUntil(),
                        item.basis(),
                        item.bar(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            }
            return new Line(
                    item.dossier(),
                    item.code(),
                    item.procedure(),
                    item.closedOn(),
                    item.keepUntil(),
                    item.basis(),
                    null,
                    proof.destroyedAt(),
                    proof.packageSha256(),
                    proof.receipt(),
                    proof.sequence(),
                    proof.hash(),
                    proof.erasedSequence(),
                    proof.erasedHash(),
                    proof.files().size(),
                    proof.files());
        }
    }

    /** Of an order of which nothing is left to do; from its rows alone, so that it can be made again and compared. */
    static Certificate of(DestructionOrder order) {
        if (!order.isCarriedOut()) {
            throw new IllegalStateException("order " + order.id() + " is not carried out");
        }
        var without = new Certificate(
                order.id(),
                order.number(),
                order.agency(),
                order.basis(),
                order.draftedBy(),
                order.draftedAt(),
                order.decision().by(),
                order.decision().at(),
                order.items().stream().map(Line::of).toList(),
                null);
        var digest = HexFormat.of().formatHex(Digests.sha256().digest(EventFormat.canonical(without)));
        return new Certificate(
                without.order,
                without.number,
                without.agency,
                without.basis,
                without.draftedBy,
                without.draftedAt,
                without.approvedBy,
                without.approvedAt,
                without.dossiers,
                "sha256:" + digest);
    }
}
