package vn.motcua.postal.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.edge.Language;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.subscriber.CatalogueCopy;
import vn.motcua.dossier.subscriber.NotYet;

/** Agencies and their calendars, from the copy of the catalogue, as they are today by the business clock: parcels go out today. */
@ApplicationScoped
public class Agencies {

    private final CatalogueCopy catalogue;
    private final Clock clock;

    Agencies(CatalogueCopy catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * The agency with that code.
     *
     * @throws NotYet if its entry has not arrived
     */
    public Agency of(String code) {
        return find(code).orElseThrow(() -> new NotYet("AGENCY|" + code));
    }

    public Optional<Agency> find(String code) {
        return catalogue.agency(code, CatalogueCopy.day(clock.instant()));
    }

    /**
     * The working calendar of that agency, with the days and hours on which it departs from others.
     *
     * @throws NotYet if its entry or the agency's has not arrived
     */
    public WorkingCalendar calendarOf(String agency) {
        var found = of(agency);
        return catalogue.calendarOf(found).orElseThrow(() -> new NotYet("CALENDAR|" + found.calendar()));
    }

    /** Its name for people; the code while the name has not arrived. */
    public String name(String code, Language language) {
        return find(code)
                .map(agency -> language == Language.EN
                        ? agency.names().en()
                        : agency.names().vi())
                .orElse(code);
    }
}
