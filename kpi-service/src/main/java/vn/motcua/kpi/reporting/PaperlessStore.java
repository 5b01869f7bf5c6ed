package vn.motcua.kpi.reporting;

import static vn.motcua.kpi.reporting.FigureStore.number;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import vn.motcua.kpi.indicators.Paperless;

/** Counts in the database what went without paper; {@link Paperless#of} says the same of a single dossier. */
@ApplicationScoped
class PaperlessStore {

    private static final String BY_AGENCY_AND_VERSION = """
            select m.agency as agency, m.procedure as procedure, m.procedureVersion as version, m.owed as owed,
              sum(case when m.acceptedOn between :from and :to then 1 else 0 end) as accepted,
              sum(case when m.acceptedOn between :from and :to and m.certified = true then 1 else 0 end) as certified,
              sum(case when m.acceptedOn between :from and :to and m.paidOnline = true then 1 else 0 end) as paidOnline,
              sum(case when m.endedOn between :from and :to and m.granted = true then 1 else 0 end) as granted,
              sum(case when m.endedOn between :from and :to and m.granted = true and m.digitised = true
                  then 1 else 0 end) as digitised
            from DossierMeasurement m
            where (m.agency = :agency or m.agency like :below)
              and m.acceptedOn <= :to and (m.endedOn is null or m.endedOn >= :from)
              and m.voidedOn is null
              and (:procedure is null or m.procedure = :procedure)
              and (:channel is null or m.channel = :channel)
              and (:origin = 'ALL' or :origin = 'OWN' and m.origin <> 'MIRRORED' or :origin = m.origin)
            group by m.agency, m.procedure, m.procedureVersion, m.owed
            """;

    private final Mutiny.SessionFactory sessions;

    PaperlessStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * What the dossiers of one agency and one version of a procedure count for, apart those with and those without something to pay.
     *
     * @param version null where it was not collected
     * @param owed null where nobody told
     */
    record Row(String agency, String procedure, Integer version, Boolean owed, Paperless counted) {}

    Uni<List<Row>> counted(Question question) {
        return sessions.withStatelessSession(session -> FigureStore.asked(session, BY_AGENCY_AND_VERSION, question)
                        .getResultList())
                .map(rows -> rows.stream().map(PaperlessStore::row).toList());
    }

    private static Row row(Tuple t) {
        return new Row(
                t.get("agency", String.class),
                t.get("procedure", String.class),
                t.get("version", Integer.class),
                t.get("owed", Boolean.class),
                new Paperless(
                        number(t, "accepted"),
                        number(t, "certified"),
                        number(t, "paidOnline"),
                        number(t, "granted"),
                        number(t, "digitised")));
    }
}
