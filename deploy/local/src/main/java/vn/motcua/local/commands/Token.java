package vn.motcua.local.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.local.machine.Directories;
import vn.motcua.local.tokens.LocalTokens;
import vn.motcua.local.tokens.TokenRequest;

/** {@code deploy/token ROLE [--agency CODE] [--as N]}: prints a signed token of a demo user, and nothing else. */
final class Token {

    /** The demo users' roles. */
    static final List<String> ROLES = List.of(
            "citizen",
            "reception",
            "officer",
            "leader",
            "clerk",
            "cashier",
            "operator",
            "statistics",
            "migration",
            "mirror",
            "admin");

    private static final Pattern AGENCY = Pattern.compile("[A-Z]\\d{2}(?:\\.\\d{1,3}){0,4}");
    private static final String USAGE =
            "deploy/token ROLE [--agency CODE] [--as N], ROLE one of " + String.join(" ", ROLES);

    private final Path home;
    private final String role;
    private String agency;
    private int number = 1;

    Token(Path home, List<String> arguments) {
        this.home = home;
        List<String> rest = new ArrayList<>(arguments);
        if (rest.isEmpty() || !ROLES.contains(rest.get(0)) || rest.size() % 2 == 0) {
            throw new IllegalArgumentException(USAGE);
        }
        role = rest.remove(0);
        for (int i = 0; i < rest.size(); i += 2) {
            option(rest.get(i), rest.get(i + 1));
        }
    }

    int run() {
        System.out.println(
                LocalTokens.keptIn(Directories.owned(home).resolve("token.key")).token(request(role, agency, number)));
        return 0;
    }

    /**
     * A demo user: citizens have no agency; who works on dossiers belongs to H03.01 unless said otherwise, who sees the whole province to H03.
     *
     * @param number tells several of a role apart
     */
    static TokenRequest request(String role, String agency, int number) {
        return switch (role) {
            case "citizen" -> TokenRequest.citizen(Integer.toString(number)).named("Công dân " + number);
            case "operator", "statistics", "migration", "mirror", "admin" ->
                TokenRequest.of(role, agency == null ? "H03" : agency, number);
            default -> TokenRequest.of(role, agency == null ? "H03.01" : agency, number);
        };
    }

    private void option(String name, String value) {
        switch (name) {
            case "--agency" -> {
                if (!AGENCY.matcher(value).matches()) {
                    throw new IllegalArgumentException("an agency's code looks like H03.01, not " + value);
                }
                agency = value;
            }
            case "--as" -> {
                if (!value.matches("[1-9]\\d{0,5}")) {
                    throw new IllegalArgumentException("--as takes a number from 1 to 999999, not " + value);
                }
                number = Integer.parseInt(value);
            }
            default -> throw new IllegalArgumentException(USAGE);
        }
    }
}
