package vn.motcua.dossier.papers.forms;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.events.CatalogueEntry.Agency;

/** An agency on one day, as the head of its papers has it. */
final class Offices {

    private static final Pattern COMMITTEE =
            Pattern.compile("Ủy ban nhân dân (?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu) (.+)");

    private final Catalogue catalogue;
    private final LocalDate day;

    Offices(Catalogue catalogue, LocalDate day) {
        this.catalogue = catalogue;
        this.day = day;
    }

    /** Its name; the code where the catalogue has none. */
    String name(String code) {
        return agency(code).map(agency -> agency.names().vi()).orElse(code);
    }

    /** The name of the body above it; null at the top. */
    String above(String code) {
        return agency(code).map(Agency::parent).map(this::name).orElse(null);
    }

    /** The name of its counter. */
    String shop(String code) {
        return agency(code)
                .map(Agency::oneStopShop)
                .map(names -> names.vi())
                .orElseGet(() -> "Bộ phận Một cửa " + name(code));
    }

    /** The address of its counter; null where it is not known. */
    String address(String code) {
        return agency(code).map(Agency::address).map(Words::clean).orElse(null);
    }

    /** The telephone of its counter; null where it is not known. */
    String phone(String code) {
        return agency(code).map(Agency::phone).map(Words::clean).orElse(null);
    }

    /** Where its papers are dated: the place of the nearest people's committee, its own or one above it. */
    String place(String code) {
        for (Optional<Agency> at = agency(code);
                at.isPresent();
                at = Optional.ofNullable(at.get().parent()).flatMap(this::agency)) {
            var committee = COMMITTEE.matcher(at.get().names().vi());
            if (committee.matches()) {
                return committee.group(1);
            }
        }
        return Words.DOTS;
    }

    private Optional<Agency> agency(String code) {
        return code == null ? Optional.empty() : catalogue.agencyOn(code, day).or(() -> catalogue.agency(code));
    }
}
