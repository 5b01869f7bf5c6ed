package vn.motcua.dossier.papers.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dossier.papers.forms.CaseFile.Entry;
import vn.motcua.dossier.papers.forms.Sheet.Signature;
import vn.motcua.dossier.staff.roster.Delegation;
import vn.motcua.dossier.staff.roster.Officer;
import vn.motcua.dossier.staff.roster.Roster;

/**
 * Who signs and in whose place: KT. for the head of the same body, TL. by order, TUQ. by authorisation. Source: Decree 30/2020/NĐ-CP, art. 13 (from
 * general knowledge, to be confirmed).
 */
final class Signatures {

    static final String BY_HAND = "(Ký và ghi rõ họ tên)";
    static final String WITH_SEAL = "(Ký, ghi rõ họ tên và đóng dấu)";
    static final String HEAD = "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ";

    private static final String DEPUTY = "Phó ";

    private final Roster roster;

    Signatures(Roster roster) {
        this.roster = roster;
    }

    /** Whoever signs by hand and is not known to us. */
    static Signature blank(String office) {
        return new Signature(List.of(office), BY_HAND, null);
    }

    /** The officer who took the step, under what they are at that moment. */
    Signature officer(String office, Entry entry) {
        return new Signature(List.of(office), BY_HAND, name(entry));
    }

    /** The head of the agency, or who took the step in their place. Where no leader took it, the name is left to be written. */
    Signature head(Entry entry, String agency, String procedure, String sector) {
        var acted = entry.event().actor().role() == vn.motcua.dossier.events.Role.LEADER;
        if (!acted) {
            return new Signature(List.of(HEAD), WITH_SEAL, null);
        }
        var day = Words.day(entry.time());
        var own = position(entry.account(), day);
        var chain = entry.account() == null
                ? List.<Delegation>of()
                : roster.actingFor(entry.account(), agency, procedure, sector, day);
        var office = new ArrayList<String>();
        // From whoever holds the right down to whoever signs.
        for (int i = chain.size() - 1; i >= 0; i--) {
            var from = position(chain.get(i).from(), day);
            office.add(chain.get(i).mode().sign() + " " + Words.capitals(from == null ? HEAD : from));
        }
        if (chain.isEmpty() && own != null && own.startsWith(DEPUTY)) {
            office.add(Delegation.Mode.DEPUTY.sign() + " " + Words.capitals(own.substring(DEPUTY.length())));
        }
        office.add(own == null ? HEAD : Words.capitals(own));
        return new Signature(List.copyOf(office), WITH_SEAL, name(entry));
    }

    /** By the staff list of that day, else by their token; null where neither knows. */
    String name(Entry entry) {
        var listed = entry.account() == null
                ? null
                : roster.officer(entry.account(), Words.day(entry.time()))
                        .map(Officer::name)
                        .orElse(null);
        return Words.clean(listed == null ? entry.name() : listed);
    }

    private String position(String account, LocalDate day) {
        return account == null
                ? null
                : Words.clean(roster.officer(account, day)
                        .map(post -> post.position().vi())
                        .orElse(null));
    }
}
