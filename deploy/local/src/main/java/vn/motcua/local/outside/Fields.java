package vn.motcua.local.outside;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a JSON object field by field and keeps what is wrong with it; a provider that takes anything would hide a sender's faults. */
public final class Fields {

    /** Vietnamese mobile numbers as providers take them, in national or international form. */
    public static final Pattern MOBILE =
            Pattern.compile("(?:0|\\+?84)(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\\d{7}");
    /** Mobile numbers and landlines. */
    public static final Pattern TELEPHONE = Pattern.compile("(?:0|\\+?84)\\d{8,10}");

    private final JsonNode object;
    private final String path;
    private final List<String> faults;

    /** The object may have these fields and no others. */
    public Fields(JsonNode object, String... known) {
        this(object, "", new ArrayList<>(), known);
    }

    private Fields(JsonNode object, String path, List<String> faults, String... known) {
        this.object = object;
        this.path = path;
        this.faults = faults;
        Set<String> names = Set.of(known);
        for (Iterator<String> it = object.fieldNames(); it.hasNext(); ) {
            String name = it.next();
            if (!names.contains(name)) {
                faults.add(path + name + " is unknown");
            }
        }
    }

    /** A nested object; what is wrong with it is told with the outer one's. */
    public Fields nested(String name, String... known) {
        return nested(object.path(name), name, known);
    }

    /** An element of a list, as a nested object. */
    public Fields nested(JsonNode element, String name, String... known) {
        if (!element.isObject()) {
            faults.add(path + name + " is not an object");
        }
        return new Fields(element, path + name + ".", faults, known);
    }

    /** A list of one to so many elements. */
    public List<JsonNode> list(String name, int max) {
        List<JsonNode> elements = new ArrayList<>();
        object.path(name).elements().forEachRemaining(elements::add);
        if (!object.path(name).isArray() || elements.isEmpty() || elements.size() > max) {
            faults.add(path + name + " is not a list of 1 to " + max);
        }
        return elements;
    }

    /** A text without blank ends or control characters (line feeds aside), in the composed form of Unicode. */
    public String text(String name, int max) {
        JsonNode node = object.path(name);
        String text = node.isTextual() ? node.textValue() : "";
        if (text.isBlank()) {
            faults.add(path + name + " is missing");
        } else if (text.length() > max) {
            faults.add(path + name + " is longer than " + max);
        } else if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            faults.add(path + name + " is not in composed form (NFC)");
        } else if (text.indexOf('\uFFFD') >= 0 || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            faults.add(path + name + " has characters that are none");
        }
        return text;
    }

    /** A text of a form. */
    public String text(String name, Pattern form) {
        JsonNode node = object.path(name);
        String text = node.isTextual() ? node.textValue() : "";
        if (!form.matcher(text).matches()) {
            faults.add(path + name + (text.isEmpty() ? " is missing" : " is malformed"));
        }
        return text;
    }

    /** A whole number in a range. */
    public long number(String name, long min, long max) {
        JsonNode node = object.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            faults.add(path + name + " is not a whole number from " + min + " to " + max);
            return min;
        }
        return node.longValue();
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    public void fault(String what) {
        faults.add(what);
    }

    /** All that is wrong, in the order of reading; empty when nothing is. */
    public List<String> faults() {
        return List.copyOf(faults);
    }
}
