package vn.motcua.dossier.events;

import java.util.regex.Pattern;

/**
 * What the square on a paper says: whoever holds the paper holds the hash of one fact, which fixes that fact and all before it.
 *
 * @param code of the dossier
 * @param sequence of the fact that the paper is about, from 1
 * @param hash of that fact
 */
public record Slip(String code, long sequence, String hash) {

    private static final Pattern TEXT = Pattern.compile("(\\S{1,40}) ([1-9]\\d{0,9}) (sha256:[0-9a-f]{64})");

    /**
     * As it is read from the paper: code, sequence and hash with a space between them.
     *
     * @throws UnreadableEvent if it is no such text
     */
    public static Slip parse(String text) {
        var parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new UnreadableEvent("not the text of a paper's square");
        }
        return new Slip(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3));
    }
}
