package vn.motcua.dossier.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.List;
import vn.motcua.dossier.events.EventFormat;

/** The private part as columns of table {@code applicant}. */
public final class PrivateColumns {

    /** In the order of {@link #values}; the key before them is the dossier's id. */
    public static final String NAMES =
            "name, id_number, phone, email, address, commune, province, notify_by_sms, notify_by_email,"
                    + " language, components, authorised_person, salt";

    /** How many they are. */
    static final int COUNT = 13;

    private static final TypeReference<List<Paper>> PAPERS = new TypeReference<>() {};

    private PrivateColumns() {}

    /** As the reactive client binds them. */
    public static List<Object> values(PrivatePart part) {
        var applicant = part.applicant();
        if (applicant == null) {
            return Arrays.asList(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    false,
                    "vi",
                    papers(part),
                    authorised(part),
                    Buffer.buffer(part.salt()));
        }
        var address = applicant.address();
        return Arrays.asList(
                applicant.name(),
                applicant.idNumber(),
                applicant.phone(),
                applicant.email(),
                address == null ? null : address.text(),
                address == null ? null : address.commune(),
                address == null ? null : address.province(),
                applicant.notifyBySms(),
                applicant.notifyByEmail(),
                applicant.language(),
                papers(part),
                authorised(part),
                Buffer.buffer(part.salt()));
    }

    static PrivatePart read(Columns row) {
        var name = row.text();
        var idNumber = row.text();
        var phone = row.text();
        var email = row.text();
        var street = row.text();
        var commune = row.text();
        var province = row.text();
        var address = street == null ? null : new Applicant.Address(street, commune, province);
        var applicant = new Applicant(name, idNumber, phone, email, address, row.flag(), row.flag(), row.text());
        var papers = papers(row.text());
        return new PrivatePart(name == null ? null : applicant, authorisedPerson(row.text()), papers, row.bytes());
    }

    private static String papers(PrivatePart part) {
        return EventFormat.canonicalText(part.components());
    }

    private static String authorised(PrivatePart part) {
        return part.authorisedPerson() == null ? null : EventFormat.canonicalText(part.authorisedPerson());
    }

    /** The authorised person as kept in column {@code authorised_person}; null if there is none. */
    public static AuthorisedPerson authorisedPerson(String kept) {
        try {
            return kept == null ? null : EventFormat.mapper().readValue(kept, AuthorisedPerson.class);
        } catch (JsonProcessingException broken) {
            // The cause is not kept: it quotes the person.
            throw new IllegalStateException("a kept authorised person cannot be read", null);
        }
    }

    /** The papers as kept in column {@code components}. */
    public static List<Paper> papers(String components) {
        try {
            return EventFormat.mapper().readValue(components, PAPERS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("kept papers cannot be read", null);
        }
    }
}
