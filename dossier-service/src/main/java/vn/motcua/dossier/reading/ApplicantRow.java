package vn.motcua.dossier.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The private part of a dossier in its table; read only, and only for one dossier at a time. */
@Entity
@Immutable
@Table(name = "applicant")
class ApplicantRow {

    @Id
    @Column(name = "dossier_id")
    UUID dossierId;

    String name;

    @Column(name = "id_number")
    String idNumber;

    String phone;
    String email;
    String address;
    String commune;
    String province;

    @Column(name = "notify_by_sms")
    boolean notifyBySms;

    @Column(name = "notify_by_email")
    boolean notifyByEmail;

    String language;
    String components;

    @Column(name = "authorised_person")
    String authorisedPerson;

    protected ApplicantRow() {}
}
