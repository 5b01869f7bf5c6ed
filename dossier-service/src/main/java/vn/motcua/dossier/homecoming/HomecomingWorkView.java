package vn.motcua.dossier.homecoming;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.lifecycle.Bar;

/**
 * A parcel that arrived although its dossier could not be returned.
 *
 * @param deliveredAt when the carrier handed it over
 * @param reason what bars the return, a word that never changes
 * @param vi the reason as a sentence
 * @param en a translation
 * @param status where the dossier stood; absent if there is none
 * @param settlement absent while somebody has to look
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HomecomingWorkView(
        long id,
        UUID dossier,
        String code,
        String agency,
        Instant deliveredAt,
        String reason,
        String vi,
        String en,
        String status,
        Instant recordedAt,
        Settlement settlement) {

    /** What a person did about it. */
    public record Settlement(Instant at, String by, String note) {}

    static HomecomingWorkView of(HomecomingWorkRow row) {
        Optional<Bar> bar = Arrays.stream(Bar.values())
                .filter(known -> known.name().equals(row.reason))
                .findFirst();
        return new HomecomingWorkView(
                row.id,
                row.dossierId,
                row.dossierCode,
                row.agency,
                row.deliveredAt,
                row.reason,
                bar.map(Bar::vi).orElse("Không tìm thấy hồ sơ của bưu gửi này."),
                bar.map(Bar::en).orElse("There is no dossier for this parcel."),
                row.status,
                row.recordedAt,
                row.settledAt == null ? null : new Settlement(row.settledAt, row.settledBy, row.settlementNote));
    }
}
