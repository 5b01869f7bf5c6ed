package vn.motcua.notification.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Actor;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.Channel;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.Limit;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.Outcome;
import vn.motcua.dossier.events.ProcedureRef;
import vn.motcua.dossier.events.ProcessingStarted;
import vn.motcua.dossier.events.Recipient;
import vn.motcua.dossier.events.RecipientChanged;
import vn.motcua.dossier.events.RecipientErased;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.Role;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.Submitted;
import vn.motcua.dossier.events.Withdrawn;
import vn.motcua.postal.events.DeliveryFailed;
import vn.motcua.postal.events.HandedOver;
import vn.motcua.postal.events.PostalState;
import vn.motcua.postal.events.PostalStatus;

/** Facts of dossiers and parcels with fixed instants: submitted Wednesday 8 June 2022 at 09:00, due the 15th, completed the 14th. */
public final class Facts {

    public static final String DOSSIER_SOURCE = "urn:motcua:H03:dossier-service";
    public static final String POSTAL_SOURCE = "urn:motcua:H03:postal-service";
    public static final String JUSTICE = "H03.01";
    public static final String TRACKING_NUMBER = "RB473124829VN";

    static final Instant SUBMITTED = Instant.parse("2022-06-08T02:00:00Z");
    static final Instant DUE = Instant.parse("2022-06-15T02:00:00Z");
    static final Instant COMPLETED = Instant.parse("2022-06-14T02:00:00Z");
    private static final Actor RECEPTION = new Actor(Role.RECEPTION, JUSTICE);

    private Facts() {}

    public static Recipient recipient(String phone, String email) {
        return recipient(phone, email, "vi");
    }

    public static Recipient recipient(String phone, String email, String language) {
        return new Recipient("Hoàng Văn Mẫu", phone, email, phone != null, email != null, language, null);
    }

    public static DossierState state(String code, Status status, ReturnMethod way, Origin origin) {
        return state(code, JUSTICE, status, way, origin);
    }

    public static DossierState state(String code, String agency, Status status, ReturnMethod way, Origin origin) {
        return new DossierState(
                code,
                status,
                null,
                Channel.ONLINE,
                way,
                new ProcedureRef("1.900103", 1, "TU_PHAP"),
                new AgencyRef(agency, List.of("H03", agency)),
                SUBMITTED,
                SUBMITTED,
                DUE,
                DUE,
                COMPLETED,
                COMPLETED,
                COMPLETED,
                origin,
                "2022",
                "sha256:" + "ab".repeat(32));
    }

    public static DossierEvent submitted(DossierState state) {
        return new Submitted(state, new Actor(Role.CITIZEN, null), null);
    }

    public static DossierEvent accepted(DossierState state) {
        return new Accepted(state, RECEPTION, new Limit(5, Limit.Unit.WORKING_DAYS));
    }

    public static DossierEvent refused(DossierState state) {
        return new Refused(state, RECEPTION, "NOT_COMPETENT");
    }

    public static DossierEvent processing(DossierState state) {
        return new ProcessingStarted(state, RECEPTION);
    }

    public static DossierEvent withdrawn(DossierState state) {
        return new Withdrawn(state, RECEPTION);
    }

    public static DossierEvent completed(DossierState state) {
        return new Completed(state, RECEPTION, Outcome.GRANTED, 1);
    }

    public static DossierEvent returned(DossierState state) {
        return new Returned(state, RECEPTION, ReturnMethod.COUNTER);
    }

    public static DossierEvent changed(DossierState state) {
        return new RecipientChanged(state, RECEPTION);
    }

    public static DossierEvent erased(DossierState state) {
        return new RecipientErased(state, RECEPTION);
    }

    public static PostalState parcel(String code, PostalStatus status, int attempt, Origin origin) {
        return new PostalState(
                code, JUSTICE, "INTRA_PROVINCE", status, LocalDate.of(2022, 6, 15), attempt, COMPLETED, null, origin);
    }

    public static HandedOver handedOver(PostalState parcel) {
        return new HandedOver(parcel);
    }

    public static DeliveryFailed deliveryFailed(PostalState parcel) {
        return new DeliveryFailed(parcel);
    }

    /** An event's id follows from its subject and sequence: the same on every redelivery. */
    public static EventAttributes attributes(
            String source, String type, UUID subject, long sequence, Instant recorded) {
        return new EventAttributes(
                UUID.nameUUIDFromBytes((source + subject + sequence).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                source,
                type,
                subject.toString(),
                SUBMITTED,
                EventAttributes.schemaOf(type),
                sequence,
                subject.toString(),
                null,
                "sha256:" + "ab".repeat(32),
                recorded,
                null,
                null,
                null);
    }
}
