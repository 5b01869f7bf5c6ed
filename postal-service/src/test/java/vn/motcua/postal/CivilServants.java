package vn.motcua.postal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

/** The real calendar, as the catalogue publishes it. */
final class CivilServants {

    private CivilServants() {}

    static CatalogueEntry.Calendar entry() {
        try (var in = WorkingCalendar.class.getResourceAsStream("civil-servants.json")) {
            var file = (ObjectNode) EventFormat.mapper().readTree(in);
            file.put("kind", "CALENDAR");
            return (CatalogueEntry.Calendar) EventFormat.mapper().treeToValue(file, CatalogueEntry.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same without any year but one, under another code. */
    static CatalogueEntry.Calendar only(String code, String year) {
        var whole = entry();
        return new CatalogueEntry.Calendar(
                code,
                1,
                whole.zone(),
                whole.sessions(),
                Map.of(year, whole.years().get(year)));
    }
}
