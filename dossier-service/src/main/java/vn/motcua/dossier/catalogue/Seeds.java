package vn.motcua.dossier.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Component;
import vn.motcua.dossier.events.CatalogueEntry.Names;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.Limit;

/**
 * Sample procedures by the range instead of one by one. The same file always gives the same procedures.
 *
 * @param limitDays working days, taken in turn
 * @param components of each of them
 */
record Seeds(int fileVersion, String about, List<Integer> limitDays, List<Component> components, List<Range> ranges) {

    private static final LocalDate FIRST_DAY = LocalDate.of(2018, 6, 21);

    // Source: Decree 42/2022/NĐ-CP, which ended the numbered levels.
    private static final LocalDate LEVELS_ENDED = LocalDate.of(2022, 8, 15);

    private static final Map<String, String> LATER_LEVELS = Map.of("4", "FULL", "3", "PARTIAL");

    /**
     * Procedures that differ in their number only.
     *
     * @param first code of the first, the others follow it
     * @param levels how many at which level
     * @param names with {@code {n}} for the number, from 1
     */
    record Range(
            String first,
            Map<String, Integer> levels,
            String department,
            List<String> agencies,
            Names names,
            String sector,
            Names sectorNames) {}

    /** Each procedure in two versions: with its numbered level, and with what that became. */
    List<CatalogueEntry> procedures() {
        List<CatalogueEntry> all = new ArrayList<>();
        for (Range range : ranges) {
            int number = 0;
            for (String level : range.levels().keySet().stream().sorted().toList()) {
                for (int i = 0; i < range.levels().get(level); i++) {
                    number++;
                    all.add(procedure(range, number, 1, level, FIRST_DAY, LEVELS_ENDED.minusDays(1)));
                    all.add(procedure(range, number, 2, LATER_LEVELS.get(level), LEVELS_ENDED, null));
                }
            }
        }
        return all;
    }

    private Procedure procedure(Range range, int number, int version, String level, LocalDate from, LocalDate to) {
        int days = limitDays.get((number - 1) % limitDays.size());
        return new Procedure(
                code(range.first(), number),
                version,
                numbered(range.names(), number),
                range.sector(),
                range.sectorNames(),
                new Limit(days, Limit.Unit.WORKING_DAYS),
                level,
                true,
                false,
                range.agencies(),
                components,
                from,
                to,
                true,
                range.department(),
                null,
                null,
                null,
                null);
    }

    private static String code(String first, int number) {
        int dot = first.indexOf('.');
        return first.substring(0, dot + 1)
                + String.format("%06d", Integer.parseInt(first.substring(dot + 1)) + number - 1);
    }

    private static Names numbered(Names names, int number) {
        String text = Integer.toString(number);
        return new Names(names.vi().replace("{n}", text), names.en().replace("{n}", text));
    }
}
