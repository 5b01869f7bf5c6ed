package vn.motcua.postal.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code recipient}, for reading. */
@Entity(name = "RecipientRow")
@Immutable
@Table(name = "recipient")
public class RecipientRow {
    @Id
    @Column(name = "dossier_id")
    UUID dossierId;

    String name;
    String phone;
    String address;
    String commune;
    String province;
}
