package vn.motcua.dossier.staff.roster;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What somebody is there for. Their words are those of a token's claim {@code groups}; its other words are nobody's post. */
public enum StaffRole {
    RECEPTION,
    OFFICER,
    LEADER,
    CLERK;

    /** The word in tokens and files: {@code leader}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StaffRole> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** Those among the words that are roles of a post. */
    public static Set<StaffRole> among(Collection<String> words) {
        var roles = EnumSet.noneOf(StaffRole.class);
        words.forEach(word -> of(word).ifPresent(roles::add));
        return roles;
    }

    /** In the order of the alphabet, with a space between. */
    static String words(Set<StaffRole> roles) {
        var words = new TreeSet<String>();
        roles.forEach(role -> words.add(role.word()));
        return String.join(" ", words);
    }
}
