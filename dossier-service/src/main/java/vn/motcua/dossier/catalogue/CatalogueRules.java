package vn.motcua.dossier.catalogue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.CalendarOverride;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.CatalogueEntry.Reason;

/** What must hold of a catalogue as a whole. */
final class CatalogueRules {

    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final Pattern CALENDAR = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Set<String> PURPOSES = Set.of(
            "REFUSAL",
            "DENIAL",
            "WITHDRAWAL",
            "STOP",
            "EXTENSION",
            "SENDING_BACK",
            "RESULT_RECALL",
            "CORRECTION",
            "LEG_WITHDRAWAL",
            "LEG_REFUSAL",
            "LEG_DELAY",
            "FEE_RELIEF",
            "REFUND",
            "FEEDBACK_REFUSAL");
    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_OVERRIDES = 1_000;

    private final Faults faults = new Faults();
    private final Versions<Agency> agencies = new Versions<>(Agency::validFrom, Agency::validTo);
    private final Versions<Procedure> procedures = new Versions<>(Procedure::validFrom, Procedure::validTo);
    private final Set<String> calendars = new HashSet<>();

    private CatalogueRules() {}

    /** @throws InvalidCatalogue naming every fault */
    static void check(String where, List<CatalogueEntry> entries) {
        List<CatalogueFault> found = faults(where, entries);
        if (!found.isEmpty()) {
            throw new InvalidCatalogue(
                    where, found.stream().map(CatalogueFault::text).toList());
        }
    }

    /**
     * Every fault, in the order of the entries.
     *
     * @throws InvalidCatalogue when there are more entries than can be judged
     */
    static List<CatalogueFault> faults(String where, List<CatalogueEntry> entries) {
        if (entries.size() > MOST_ENTRIES) {
            throw new InvalidCatalogue(
                    where, List.of(entries.size() + " entries are more than the " + MOST_ENTRIES + " allowed"));
        }
        CatalogueRules rules = new CatalogueRules();
        rules.judge(entries);
        return rules.faults.found();
    }

    /** What is at fault in {@code entries} and is not, in the same words, in {@code before}. */
    static List<CatalogueFault> faultsBeyond(List<CatalogueEntry> before, List<CatalogueEntry> entries) {
        List<CatalogueFault> now = faults("catalogue", entries);
        if (now.isEmpty()) {
            return now;
        }
        Set<String> known = new HashSet<>();
        faults("catalogue", before).forEach(fault -> known.add(fault.text()));
        return now.stream().filter(fault -> !known.contains(fault.text())).toList();
    }

    private void judge(List<CatalogueEntry> entries) {
        Set<String> keys = new HashSet<>();
        for (CatalogueEntry entry : entries) {
            faults.require(keys.add(entry.key()), entry, "", "có hai lần", "stands twice");
            faults.require(entry.version() >= 1, entry, "version", "phiên bản từ 1", "needs a version from 1");
            // What has no first day is a fault of its own and takes no part in what is compared by day.
            if (entry instanceof Agency agency && agency.code() != null && agency.validFrom() != null) {
                agencies.put(agency.code(), agency.version(), agency);
            } else if (entry instanceof Procedure one && one.code() != null && one.validFrom() != null) {
                procedures.put(one.code(), one.version(), one);
            } else if (entry instanceof CatalogueEntry.Calendar calendar) {
                calendars.add(calendar.code());
            }
        }
        AgencyRules agencyRules = new AgencyRules(agencies, calendars, faults);
        ProcedureRules procedureRules = new ProcedureRules(agencies, faults);
        for (CatalogueEntry entry : entries) {
            if (entry instanceof Agency agency) {
                agencyRules.judge(agency);
            } else if (entry instanceof Procedure procedure) {
                procedureRules.judge(procedure);
            } else if (entry instanceof Reason reason) {
                judge(reason);
            } else if (entry instanceof CatalogueEntry.Calendar calendar) {
                judge(calendar);
            } else if (entry instanceof CalendarOverride override) {
                judge(override);
            }
        }
        succession(agencies, Agency::validFrom, Agency::validTo);
        succession(procedures, Procedure::validFrom, Procedure::validTo);
        overridesPerAgency(entries);
    }

    private void judge(Reason reason) {
        faults.require(
                reason.code() != null && REASON.matcher(reason.code()).matches(),
                reason,
                "code",
                "mã phải là CHỮ HOA",
                "has a code that is not in CAPITALS");
        faults.require(
                PURPOSES.contains(String.valueOf(reason.purpose())),
                reason,
                "purpose",
                "mục đích không rõ",
                "has an unknown purpose");
        faults.names(reason, "names", reason.names());
    }

    private void judge(CatalogueEntry.Calendar calendar) {
        faults.require(
                calendar.code() != null && CALENDAR.matcher(calendar.code()).matches(),
                calendar,
                "code",
                "mã lịch gồm chữ thường, chữ số và dấu gạch",
                "has a code that is not in small letters, digits and dashes");
        try {
            Calendars.working(calendar);
        } catch (RuntimeException refused) {
            faults.require(
                    false, calendar, "", "không phải lịch làm việc hợp lệ", "is no calendar: " + refused.getMessage());
        }
    }

    private void judge(CalendarOverride override) {
        faults.require(
                agencies.knows(override.agency()),
                override,
                "agency",
                "cơ quan không có trong danh mục",
                "names the unknown agency " + override.agency());
        faults.require(override.date() != null, override, "date", "cần có ngày", "needs a date");
        faults.require(
                (override.agency() + "@" + override.date()).equals(override.code()),
                override,
                "code",
                "mã phải là cơ quan@ngày",
                "has a code that is not its agency@date");
        faults.names(override, "reason", override.reason());
        faults.require(
                Faults.isText(override.document(), 200),
                override,
                "document",
                "cần có số văn bản",
                "needs the document that it rests on");
        faults.require(
                override.sessions() == null || override.worked(),
                override,
                "sessions",
                "ngày nghỉ không có giờ làm việc",
                "has hours on a day that is not worked");
        if (override.sessions() != null) {
            try {
                Calendars.requireDay(override.sessions());
            } catch (RuntimeException refused) {
                faults.require(
                        false,
                        override,
                        "sessions",
                        "giờ làm việc trong ngày không hợp lệ",
                        "has no hours of a working day: " + refused.getMessage());
            }
        }
    }

    /** Versions of one code rise with time and never hold on the same day. */
    private <T extends CatalogueEntry> void succession(
            Versions<T> versions, Function<T, LocalDate> from, Function<T, LocalDate> to) {
        for (NavigableMap<Integer, T> ofOne : versions.eachCode()) {
            T before = null;
            for (T next : ofOne.values()) {
                if (before != null) {
                    LocalDate last = to.apply(before);
                    faults.require(
                            last != null && last.isBefore(from.apply(next)),
                            next,
                            "validFrom",
                            "bắt đầu khi phiên bản " + before.version() + " còn hiệu lực",
                            "begins before version " + before.version() + " has ended");
                }
                before = next;
            }
        }
    }

    private void overridesPerAgency(List<CatalogueEntry> entries) {
        Map<String, Integer> counts = new HashMap<>();
        for (CatalogueEntry entry : entries) {
            if (entry instanceof CalendarOverride override) {
                int count = counts.merge(String.valueOf(override.agency()), 1, Integer::sum);
                faults.require(
                        count != MOST_OVERRIDES + 1,
                        override,
                        "",
                        "một cơ quan có tối đa 1.000 ngày ngoại lệ",
                        "is one override more than the " + MOST_OVERRIDES + " an agency may have");
            }
        }
    }
}
