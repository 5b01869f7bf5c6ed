package vn.motcua.postal.returns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which place lies where, as data. A place that the table does not know counts as the farther one: a promise is rather late than broken.
 * Immutable.
 */
public final class ZoneTable {

    /**
     * A province with its districts.
     *
     * @param agency code of the province, such as {@code H03}
     * @param name as people write it, with or without "tỉnh"
     */
    public record Province(String agency, String name, List<District> districts) {}

    /**
     * A district, or what takes its place after 2025.
     *
     * @param code as in the catalogue; the city of the seat has the province's own code
     * @param communes names of its communes, wards and townships
     */
    public record District(String code, List<String> communes) {}

    private record Home(String name, Map<String, String> districtOf) {}

    private static final String SEVERAL = "";

    private final Map<String, Home> homes = new HashMap<>();
    private final Set<String> cities;

    /**
     * @param provinces those whose agencies send parcels
     * @param cities centrally run and first-class cities, by name
     */
    public ZoneTable(List<Province> provinces, List<String> cities) {
        for (var province : provinces) {
            var districtOf = new HashMap<String, String>();
            for (var district : province.districts()) {
                for (var commune : district.communes()) {
                    // A name that two districts share tells nothing.
                    districtOf.merge(PlaceName.plain(commune), district.code(), (one, other) -> SEVERAL);
                }
            }
            homes.put(province.agency(), new Home(PlaceName.plain(province.name()), Map.copyOf(districtOf)));
        }
        this.cities = cities.stream().map(PlaceName::plain).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * How far a parcel goes.
     *
     * @param agency code of the sender
     * @param district code of the district the sender lies in; null for the province's own, in the city of the seat
     * @param commune where it goes; may be null
     * @param province where it goes; may be null
     */
    public Zone between(String agency, String district, String commune, String province) {
        var root = agency.contains(".") ? agency.substring(0, agency.indexOf('.')) : agency;
        var home = homes.get(root);
        var to = PlaceName.plain(province);
        if (home == null || !home.name().equals(to)) {
            return cities.contains(to) ? Zone.INTER_CITY : Zone.INTER_OTHER;
        }
        var from = Objects.requireNonNullElse(district, root);
        return from.equals(home.districtOf().get(PlaceName.plain(commune))) ? Zone.INTRA_LOCAL : Zone.INTRA_PROVINCE;
    }
}
