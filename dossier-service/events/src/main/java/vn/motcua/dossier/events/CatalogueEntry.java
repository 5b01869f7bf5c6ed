package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A value of {@code catalogue.v1}: what codes in events mean. Compacted: the last value of a key holds; a record without a value means
 * that the entry is gone. Carries no personal data.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CatalogueEntry.Agency.class, name = "AGENCY"),
    @JsonSubTypes.Type(value = CatalogueEntry.Procedure.class, name = "PROCEDURE"),
    @JsonSubTypes.Type(value = CatalogueEntry.Calendar.class, name = "CALENDAR"),
    @JsonSubTypes.Type(value = CatalogueEntry.Reason.class, name = "REASON")
})
public sealed interface CatalogueEntry {

    /** Unique within its kind together with the version. */
    String code();

    /** From 1, rising. */
    int version();

    /** AGENCY, PROCEDURE, CALENDAR or REASON. */
    String wireKind();

    /** The Kafka key: kind|code|version. */
    default String key() {
        return wireKind() + "|" + code() + "|" + version();
    }

    /**
     * A name in both languages.
     *
     * @param vi official, with diacritics
     * @param en a translation for readers, without legal force
     */
    record Names(String vi, String en) {}

    /**
     * An agency or one of its units.
     *
     * @param code identification code by Decision 20/2020/QĐ-TTg
     * @param names of the agency
     * @param oneStopShop name of the counter where its results are collected
     * @param parent code of the agency above; null at the root
     * @param path codes from the root down to this one
     * @param level 1 province, 2 department or district, 3 commune or division
     * @param address of the counter
     * @param phone of the counter
     * @param district code of the district it lies in, for postal zones; null for the province's own
     * @param calendar code of its working calendar
     * @param validFrom first day
     * @param validTo last day; null while open
     * @param synthetic true where the code is made up for lack of a published one
     */
    record Agency(
            String code,
            int version,
            Names names,
            Names oneStopShop,
            String parent,
            List<String> path,
            int level,
            String address,
            String phone,
            String district,
            String calendar,
            LocalDate validFrom,
            LocalDate validTo,
            boolean synthetic)
            implements CatalogueEntry {
        @Override
        public String wireKind() {
            return "AGENCY";
        }
    }

    /**
     * A procedure in one version.
     *
     * @param code national id
     * @param names of the procedure
     * @param sector code of the field
     * @param sectorNames of the field
     * @param limit from acceptance to result
     * @param serviceLevel {@code PARTIAL} or {@code FULL}; {@code 3}, {@code 4} in the 2022 profile only
     * @param online whether it may be submitted online
     * @param immediate whether the result is given at once
     * @param agencies codes of the competent agencies
     * @param components papers that belong to a dossier
     * @param validFrom first day
     * @param validTo last day; null while open
     * @param synthetic true where the code is made up for lack of a published one
     */
    record Procedure(
            String code,
            int version,
            Names names,
            String sector,
            Names sectorNames,
            Limit limit,
            String serviceLevel,
            boolean online,
            boolean immediate,
            List<String> agencies,
            List<Component> components,
            LocalDate validFrom,
            LocalDate validTo,
            boolean synthetic)
            implements CatalogueEntry {
        @Override
        public String wireKind() {
            return "PROCEDURE";
        }
    }

    /**
     * A paper that belongs to a dossier.
     *
     * @param code unique within the procedure
     * @param names of the paper
     * @param originals how many originals
     * @param copies how many copies
     * @param required whether a dossier is complete without it
     */
    record Component(String code, Names names, int originals, int copies, boolean required) {}

    /**
     * A working calendar.
     *
     * @param zone IANA name
     * @param sessions opening and closing times, {@code ["07:00","11:30"]}
     * @param years by year; a year that is missing is not published, and nobody may guess it
     */
    record Calendar(String code, int version, String zone, List<List<String>> sessions, Map<String, Year> years)
            implements CatalogueEntry {
        @Override
        public String wireKind() {
            return "CALENDAR";
        }
    }

    /**
     * A year of a calendar.
     *
     * @param off weekdays off
     * @param worked days of the weekend that are worked
     * @param source the notices it rests on
     */
    record Year(List<LocalDate> off, List<LocalDate> worked, String source) {}

    /**
     * A reason that an officer can give.
     *
     * @param purpose {@code REFUSAL}, {@code DENIAL}, {@code WITHDRAWAL} …
     * @param names the sentence for citizens
     */
    record Reason(String code, int version, String purpose, Names names) implements CatalogueEntry {
        @Override
        public String wireKind() {
            return "REASON";
        }
    }
}
