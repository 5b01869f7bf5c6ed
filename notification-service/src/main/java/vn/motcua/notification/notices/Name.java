package vn.motcua.notification.notices;

/**
 * What something is called.
 *
 * @param vi official, with diacritics
 * @param en a translation; null where there is none, then the official name stands
 */
public record Name(String vi, String en) {

    public String in(Language language) {
        return language == Language.EN && en != null && !en.isBlank() ? en : vi;
    }
}
