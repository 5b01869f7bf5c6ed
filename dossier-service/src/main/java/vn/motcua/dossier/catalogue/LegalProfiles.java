package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.dossier.catalogue.LegalProfileEntry.Rule;
import vn.motcua.dossier.events.CatalogueEntry.Names;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.lifecycle.Form;
import vn.motcua.dossier.lifecycle.FormList;
import vn.motcua.dossier.lifecycle.FormsInForce;
import vn.motcua.dossier.lifecycle.FormsInForce.Since;
import vn.motcua.dossier.lifecycle.LegalRules;

/** Which rules hold on which day, as a file has them; immutable. */
public final class LegalProfiles {

    private static final String RESOURCE = "/catalogue/legal-profiles.json";
    private static final Set<String> CLOCKS = Set.of("RESTART", "RESUME");
    private static final Set<String> STOP_FORMS = Set.of("REFUSAL", "STOP_NOTICE");
    private static final Set<String> FORM_LISTS =
            Arrays.stream(FormList.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    /** Rules that may say: none. */
    private static final Set<String> FROM_NOUGHT =
            Set.of("supplementsMost", "extensionsMost", "extensionNoticeDays", "dueSoonDays", "dueSoonHours");

    private static final List<String> RULES = Arrays.stream(LegalRules.class.getRecordComponents())
            .map(component -> component.getName())
            .filter(name -> !Set.of("profile", "from", "forms").contains(name))
            .toList();

    /** What is said of the forms, by the day of the paper. */
    private static final List<String> OF_FORMS = List.of("formsFrom", "forms", "stopForm");

    private static final ObjectMapper STRICT = EventFormat.mapper()
            .copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

    /** The file: its version, what it is about, the rules' names, the profiles, the acts that lay forms down. */
    record File(
            int fileVersion,
            String about,
            Map<String, Names> rules,
            List<LegalProfileEntry> profiles,
            List<Map<String, Rule>> forms) {}

    private static final class Shipped {
        static final LegalProfiles PROFILES = read();

        private static LegalProfiles read() {
            try (InputStream in = LegalProfiles.class.getResourceAsStream(RESOURCE)) {
                return of(STRICT.readTree(in));
            } catch (IOException broken) {
                throw new InvalidCatalogue(RESOURCE, "it cannot be read as JSON", broken);
            }
        }
    }

    /** @throws InvalidCatalogue as {@link #of(JsonNode)}, and where the file is not there or no JSON */
    static LegalProfiles read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(STRICT.readTree(in));
        } catch (IOException broken) {
            throw new InvalidCatalogue(file.toString(), "it cannot be read as JSON", broken);
        }
    }

    private final File file;
    private final List<LegalRules> rules;

    private LegalProfiles(File file, List<LegalRules> rules) {
        this.file = file;
        this.rules = rules;
    }

    /** The rules in force on a day in Vietnam; days before the first profile fall under it. */
    LegalRules on(LocalDate day) {
        LegalRules found = rules.get(0);
        for (LegalRules each : rules) {
            found = day.isBefore(each.from()) ? found : each;
        }
        return found;
    }

    /** The rules of a profile by its name in events: {@code 2022}. @throws NoSuchElementException for another name */
    LegalRules of(String year) {
        return rules.stream()
                .filter(each -> each.profile().equals(year))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("there is no legal profile " + year));
    }

    static LegalProfiles shipped() {
        return Shipped.PROFILES;
    }

    /** @throws InvalidCatalogue naming every fault: a rule that is missing, unknown, of another kind or without source */
    static LegalProfiles of(JsonNode tree) {
        try {
            File file = STRICT.treeToValue(tree, File.class);
            List<String> faults = faults(file);
            if (!faults.isEmpty()) {
                throw new InvalidCatalogue("legal profiles", faults);
            }
            FormsInForce forms = new FormsInForce(
                    file.forms().stream().map(LegalProfiles::since).toList());
            List<LegalRules> rules = new ArrayList<>();
            for (LegalProfileEntry profile : file.profiles()) {
                rules.add(rules(profile, forms));
            }
            return new LegalProfiles(file, List.copyOf(rules));
        } catch (IOException otherShape) {
            throw new InvalidCatalogue("legal profiles", otherShape.getMessage(), otherShape);
        }
    }

    /** What is said of the forms from which day, as the file has it, the earliest first. */
    List<Map<String, Rule>> forms() {
        return file.forms();
    }

    List<LegalProfileEntry> profiles() {
        return file.profiles();
    }

    /** The name of a rule in both languages. */
    Names name(String rule) {
        return file.rules().get(rule);
    }

    private static Since since(Map<String, Rule> given) {
        return new Since(
                LocalDate.parse(given.get("formsFrom").value().asText()),
                FormList.valueOf(given.get("forms").value().asText()),
                Form.valueOf(given.get("stopForm").value().asText()));
    }

    private static LegalRules rules(LegalProfileEntry profile, FormsInForce forms) throws IOException {
        ObjectNode values = STRICT.createObjectNode();
        values.put("profile", profile.profile());
        values.put("from", profile.validFrom().toString());
        profile.rules().forEach((name, rule) -> values.set(name, rule.value()));
        values.putPOJO("forms", forms);
        return STRICT.treeToValue(values, LegalRules.class);
    }

    private static List<String> faults(File file) {
        List<String> faults = new ArrayList<>();
        if (file.profiles() == null || file.profiles().isEmpty()) {
            return List.of("there is no profile");
        }
        Set<String> named = new HashSet<>(RULES);
        named.addAll(OF_FORMS);
        if (file.rules() == null || !file.rules().keySet().equals(named)) {
            faults.add("the names are not those of " + RULES + " and " + OF_FORMS);
        }
        LocalDate before = null;
        for (LegalProfileEntry profile : file.profiles()) {
            String where = "profile " + profile.profile();
            if (profile.profile() == null || !profile.profile().matches("\\d{4}")) {
                faults.add(where + " does not have the name of a year");
            }
            if (profile.validFrom() == null || before != null && !before.isBefore(profile.validFrom())) {
                faults.add(where + " does not begin after the one before it");
            }
            before = profile.validFrom();
            Map<String, Rule> given = profile.rules() == null ? Map.of() : profile.rules();
            judge(where, RULES, given, faults);
        }
        judgeForms(file.forms(), faults);
        return faults;
    }

    /** All of them and no other, each with what it rests on. */
    private static void judge(String where, List<String> wanted, Map<String, Rule> given, List<String> faults) {
        Set<String> differing = new HashSet<>(given.keySet());
        wanted.forEach(name -> {
            if (!differing.remove(name)) {
                faults.add(where + " lacks " + name);
            }
        });
        differing.forEach(name -> faults.add(where + " has the unknown rule " + name));
        given.forEach((name, rule) -> judge(where + " " + name, name, rule, faults));
    }

    private static void judgeForms(List<Map<String, Rule>> all, List<String> faults) {
        if (all == null || all.isEmpty()) {
            faults.add("there is no list of forms");
            return;
        }
        LocalDate before = null;
        for (int i = 0; i < all.size(); i++) {
            String where = "forms " + (i + 1);
            int known = faults.size();
            judge(where, OF_FORMS, all.get(i) == null ? Map.of() : all.get(i), faults);
            if (faults.size() > known) {
                continue;
            }
            Since each = since(all.get(i));
            if (before != null && !before.isBefore(each.from())) {
                faults.add(where + " do not begin after those before them");
            }
            before = each.from();
            // A form that the act does not have cannot be given to anybody.
            if (each.list().numberOf(each.stopForm()).isEmpty()) {
                faults.add(where + " stopForm cannot be " + each.stopForm() + ": Circular "
                        + each.list().act() + " has no such form");
            }
        }
    }

    private static void judge(String where, String name, Rule rule, List<String> faults) {
        if (rule == null
                || rule.value() == null
                || rule.value().isNull()
                || rule.certainty() == null
                || !Faults.isText(rule.source(), 500)) {
            faults.add(where + " needs a value, a source and a certainty");
            return;
        }
        JsonNode value = rule.value();
        boolean fits = switch (name) {
            case "supplementClockPolicy", "paymentClockPolicy" -> CLOCKS.contains(value.asText());
            case "stopForm" -> STOP_FORMS.contains(value.asText());
            case "forms" -> FORM_LISTS.contains(value.asText());
            case "formsFrom" -> isDay(value.asText());
            case "sameDayUntil" -> value.asText().matches("([01]\\d|2[0-3]):[0-5]\\d");
            case "prepaidBeforeSubmission" -> value.isBoolean();
            default -> value.isInt() && value.asInt() >= (FROM_NOUGHT.contains(name) ? 0 : 1) && value.asInt() <= 1000;
        };
        if (!fits) {
            faults.add(where + " cannot be " + value);
        }
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeParseException none) {
            return false;
        }
    }
}
