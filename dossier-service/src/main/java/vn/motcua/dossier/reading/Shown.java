package vn.motcua.dossier.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.motcua.dossier.casework.Applicant;
import vn.motcua.dossier.casework.DossierView;
import vn.motcua.dossier.casework.DossierViews;
import vn.motcua.dossier.casework.PrivateColumns;
import vn.motcua.dossier.casework.PrivatePart;
import vn.motcua.dossier.lifecycle.Party;

/** Rows as callers see them: the same view that steps are answered with. */
@ApplicationScoped
class Shown {

    private static final PrivatePart NOTHING = new PrivatePart(null, null, List.of(), new byte[0]);

    private final DossierViews views;

    Shown(DossierViews views) {
        this.views = views;
    }

    DossierView whole(ReadingStore.Found found, Party who) {
        return views.of(found.dossier().dossier(), part(found.applicant()), who);
    }

    DossierLine line(DossierRow row, Party who) {
        return DossierLine.of(views.of(row.dossier(), NOTHING, who));
    }

    private static PrivatePart part(ApplicantRow row) {
        if (row == null) {
            return NOTHING;
        }
        Applicant.Address address =
                row.address == null ? null : new Applicant.Address(row.address, row.commune, row.province);
        Applicant applicant = new Applicant(
                row.name,
                row.idNumber,
                row.phone,
                row.email,
                address,
                row.notifyBySms,
                row.notifyByEmail,
                row.language);
        // An older system may not have said who it was; the papers are known all the same.
        return new PrivatePart(
                row.name == null ? null : applicant,
                PrivateColumns.authorisedPerson(row.authorisedPerson),
                PrivateColumns.papers(row.components),
                new byte[0]);
    }
}
