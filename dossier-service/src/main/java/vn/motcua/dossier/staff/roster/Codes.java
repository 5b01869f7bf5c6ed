package vn.motcua.dossier.staff.roster;

/** Agency codes by their segments: {@code H03.01} covers {@code H03.01.02}, not {@code H03.010}. */
final class Codes {

    private Codes() {}

    static boolean covers(String upper, String lower) {
        return lower.startsWith(upper) && (lower.length() == upper.length() || lower.charAt(upper.length()) == '.');
    }
}
