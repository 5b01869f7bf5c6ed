package vn.motcua.dossier.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.Competence;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;

/**
 * How many procedures are in force on a day. A procedure counts once, whatever number of agencies is competent for it.
 *
 * @param on the day, in Vietnam
 * @param procedures in all
 * @param online of these
 * @param serviceLevels how many at which level
 * @param departments by code
 */
record Statistics(
        LocalDate on, int procedures, int online, Map<String, Integer> serviceLevels, List<Department> departments) {

    /** Where a procedure is handled: the highest of the agencies that are competent for it. */
    enum HandledAt {
        PROVINCE,
        DISTRICT,
        COMMUNE
    }

    /**
     * The procedures in the field of management of one department.
     *
     * @param agency its code
     * @param handledAt how many of those online are handled where
     * @param sectors by code
     */
    record Department(
            String agency,
            String name,
            int procedures,
            int online,
            Map<String, Integer> serviceLevels,
            Map<HandledAt, Integer> handledAt,
            List<Sector> sectors) {}

    /** The procedures of one sector within a department. */
    record Sector(String sector, String name, int procedures, int online, Map<String, Integer> serviceLevels) {}

    static Statistics of(Catalogue catalogue, LocalDate day) {
        List<Procedure> all = catalogue.proceduresOn(day);
        List<Department> departments = grouped(all, Statistics::department).entrySet().stream()
                .map(group -> department(catalogue, day, group.getKey(), group.getValue()))
                .toList();
        return new Statistics(day, all.size(), online(all), levels(all), departments);
    }

    /** The one that announced it, or the first that is competent. */
    private static String department(Procedure procedure) {
        return procedure.department() != null
                ? procedure.department()
                : competent(procedure, any -> true).findFirst().orElse("");
    }

    private static Department department(Catalogue catalogue, LocalDate day, String code, List<Procedure> procedures) {
        Map<HandledAt, Integer> handledAt = new TreeMap<>();
        procedures.stream()
                .filter(Procedure::online)
                .forEach(procedure -> competent(procedure, one -> catalogue.competentOn(procedure, one.agency(), day))
                        .map(agency -> handledAt(catalogue, agency))
                        .min(HandledAt::compareTo)
                        .ifPresent(highest -> handledAt.merge(highest, 1, Integer::sum)));
        List<Sector> sectors = grouped(procedures, Procedure::sector).entrySet().stream()
                .map(group -> sector(group.getKey(), group.getValue()))
                .toList();
        String name = catalogue
                .agencyOn(code, day)
                .or(() -> catalogue.agency(code))
                .map(agency -> agency.names().vi())
                .orElse(null);
        return new Department(
                code, name, procedures.size(), online(procedures), levels(procedures), handledAt, sectors);
    }

    private static Sector sector(String code, List<Procedure> procedures) {
        String name = procedures.get(0).sectorNames().vi();
        return new Sector(code, name, procedures.size(), online(procedures), levels(procedures));
    }

    private static HandledAt handledAt(Catalogue catalogue, String code) {
        Agency agency = catalogue.agency(code).orElseThrow();
        if (agency.type() == null) {
            return agency.level() >= 3
                    ? HandledAt.COMMUNE
                    : agency.district() == null ? HandledAt.PROVINCE : HandledAt.DISTRICT;
        }
        return switch (agency.type()) {
            case DISTRICT -> HandledAt.DISTRICT;
            case COMMUNE -> HandledAt.COMMUNE;
            case MINISTRY, PROVINCE, DEPARTMENT, UNIT, UNKNOWN -> HandledAt.PROVINCE;
        };
    }

    private static Stream<String> competent(Procedure procedure, Predicate<Competence> dated) {
        Stream<String> always = procedure.agencies() == null ? Stream.of() : procedure.agencies().stream();
        return procedure.competences() == null
                ? always
                : Stream.concat(
                        always, procedure.competences().stream().filter(dated).map(Competence::agency));
    }

    private static Map<String, List<Procedure>> grouped(List<Procedure> procedures, Function<Procedure, String> by) {
        return procedures.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }

    private static int online(List<Procedure> procedures) {
        return (int) procedures.stream().filter(Procedure::online).count();
    }

    private static Map<String, Integer> levels(List<Procedure> procedures) {
        Map<String, Integer> levels = new TreeMap<>();
        procedures.forEach(procedure -> levels.merge(procedure.serviceLevel(), 1, Integer::sum));
        return levels;
    }
}
