package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.motcua.dossier.casework.OfflineStore.Block;
import vn.motcua.dossier.lifecycle.Channel;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;

/** Brings in what an office took in without a network: under its number, at its own time, once. */
@ApplicationScoped
class OfflineDesk {

    private final OfflineStore store;
    private final Openings openings;
    private final Clock clock;

    OfflineDesk(OfflineStore store, Openings openings, Clock clock) {
        this.store = store;
        this.openings = openings;
        this.clock = clock;
    }

    Uni<Answer> open(UUID id, OfflineRequest request, Party by, Provenance provenance) {
        return store.block(id)
                .map(found -> found.filter(block -> Rights.mayNumber(by, block.agency()))
                        .orElseThrow(NumberRefusals::noBlock))
                .chain(block -> openings.open(
                        dossier(request),
                        by,
                        provenance,
                        () -> checked(request, block, by),
                        write -> store.create(write, id, request.number())));
    }

    private static OpeningRequest dossier(OfflineRequest request) {
        if (request.dossier() == null) {
            var faults = new Faults();
            faults.rule("/dossier", "Không được để trống.", "This is required.");
            faults.raise();
        }
        return request.dossier();
    }

    /** When it came in, if everything that the block says of it holds. */
    private Instant checked(OfflineRequest request, Block block, Party by) {
        var faults = new Faults();
        var number = request.number();
        if (number == null || !block.holds(number)) {
            faults.rule(
                    "/number",
                    "Số của dải này: từ " + block.first() + " đến " + block.last() + ".",
                    "A number of this block: " + block.first() + " to " + block.last() + ".");
        }
        var at = request.receivedAt() == null ? null : request.receivedAt().toInstant();
        if (at == null || !LocalDate.ofInstant(at, DossierCode.ZONE).equals(block.day())) {
            faults.rule("/receivedAt", "Trong ngày của dải số.", "On the block's day.");
        } else if (at.isAfter(clock.instant())) {
            faults.rule("/receivedAt", "Chưa đến thời điểm này.", "It lies in the future.");
        }
        // What an office takes in on behalf of others bears a number of its own.
        if (request.dossier().agency() != null && !block.agency().equals(openings.oneStop(request.dossier(), by))) {
            faults.rule("/dossier/agency", "Dải số của cơ quan khác.", "The block is of another agency.");
        }
        if (request.dossier().receivedAt() != null) {
            faults.rule("/dossier/receivedAt", "Đã có ở /receivedAt.", "It stands at /receivedAt.");
        }
        if (request.dossier().channel() == Channel.ONLINE) {
            faults.rule(
                    "/dossier/channel",
                    "Hồ sơ trực tuyến không nhận ngoại tuyến.",
                    "What is handed in online is not taken in offline.");
        }
        faults.raise();
        return at;
    }
}
