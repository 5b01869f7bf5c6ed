package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
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
    @JsonSubTypes.Type(value = CatalogueEntry.Reason.class, name = "REASON"),
    @JsonSubTypes.Type(value = CatalogueEntry.CalendarOverride.class, name = "OVERRIDE")
})
public sealed interface CatalogueEntry {

    /** Unique within its kind together with the version. */
    String code();

    /** From 1, rising. */
    int version();

    /** AGENCY, PROCEDURE, CALENDAR, REASON or OVERRIDE. */
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
     * @param type what it is; null where nobody has said
     * @param successor code of the agency that takes over what is open on the day after {@code validTo}; null where there is none
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
            boolean synthetic,
            AgencyType type,
            String successor)
            implements CatalogueEntry {

        @JsonCreator
        public Agency {}

        /** An agency of no stated type and without successor. */
        public Agency(
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
                boolean synthetic) {
            this(
                    code,
                    version,
                    names,
                    oneStopShop,
                    parent,
                    path,
                    level,
                    address,
                    phone,
                    district,
                    calendar,
                    validFrom,
                    validTo,
                    synthetic,
                    null,
                    null);
        }

        @Override
        public String wireKind() {
            return "AGENCY";
        }
    }

    /** What an agency is. */
    enum AgencyType {
        /** A root besides the provinces: the police, the tax office and others are a ministry's, also within a province. */
        MINISTRY,
        PROVINCE,
        DEPARTMENT,
        DISTRICT,
        COMMUNE,
        /** A unit of one of the others. */
        UNIT,
        /** A word that this reader is too old to know. Never written. */
        @JsonEnumDefaultValue
        UNKNOWN
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
     * @param agencies codes of the agencies that are competent as long as the version holds; may be empty where {@code competences} are given
     * @param components papers that belong to a dossier
     * @param validFrom first day
     * @param validTo last day; null while open
     * @param synthetic true where the code is made up for lack of a published one
     * @param department code of the agency in whose field of management it was announced; null: the first of the competent ones
     * @param fees what an applicant pays; null or empty: nothing
     * @param workflow the steps from reception to return, in order; null or empty: none is laid down
     * @param competences who is competent from one day to another, besides {@code agencies}; null or empty: nobody
     * @param keeping how long closed dossiers are kept; null: as the schedule of the sector says
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
            boolean synthetic,
            String department,
            List<Fee> fees,
            List<WorkflowStep> workflow,
            List<Competence> competences,
            Keeping keeping)
            implements CatalogueEntry {

        @JsonCreator
        public Procedure {}

        /** A procedure without fees, workflow, dated competences and a rule of keeping. */
        public Procedure(
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
                boolean synthetic) {
            this(
                    code,
                    version,
                    names,
                    sector,
                    sectorNames,
                    limit,
                    serviceLevel,
                    online,
                    immediate,
                    agencies,
                    components,
                    validFrom,
                    validTo,
                    synthetic,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        @Override
        public String wireKind() {
            return "PROCEDURE";
        }
    }

    /**
     * Something that an applicant pays.
     *
     * @param code unique within the procedure
     * @param names of the fee
     * @param kind phí or lệ phí
     * @param amount whole đồng, 0 or more
     * @param timing when it is paid
     */
    record Fee(String code, Names names, FeeKind kind, long amount, FeeTiming timing) {}

    /** The law's two kinds of payment. */
    enum FeeKind {
        /** Phí: for a service rendered. */
        FEE,
        /** Lệ phí: fixed by the state. */
        CHARGE,
        /** A word that this reader is too old to know. Never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** When a fee is paid. */
    enum FeeTiming {
        /** With the submission. */
        PREPAID,
        /** When it is asked for while the dossier is processed. */
        POSTPAID,
        /** Not at all: the applicant's group is free of it. */
        EXEMPT,
        /** A word that this reader is too old to know. Never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /**
     * A step of the internal workflow.
     *
     * @param code unique within the procedure
     * @param names of the step
     * @param role who takes it
     * @param limitHours working hours, from 1; null where the procedure's limit is not counted in working time. Together they are the whole limit
     */
    record WorkflowStep(String code, Names names, WorkflowRole role, Integer limitHours) {}

    /** Who takes a step of a workflow. */
    enum WorkflowRole {
        RECEPTION,
        OFFICER,
        LEADER,
        CLERK,
        /** A word that this reader is too old to know. Never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /**
     * An agency's competence for a procedure from one day to another.
     *
     * @param agency code
     * @param validFrom first day
     * @param validTo last day; null while open
     */
    record Competence(String agency, LocalDate validFrom, LocalDate validTo) {}

    /**
     * How long its closed dossiers are kept, from the end of the year in which they closed.
     *
     * @param years from 1; null where they are kept for ever
     * @param basis act and article, or why there is none
     */
    record Keeping(KeepingTerm term, Integer years, String basis) {}

    /** Whether keeping ends. */
    enum KeepingTerm {
        YEARS,
        /** Never destroyed. */
        PERMANENT,
        /** A word that this reader is too old to know. Never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /**
     * A paper that belongs to a dossier.
     *
     * @param code unique within the procedure
     * @param names of the paper
     * @param originals how many originals
     * @param copies how many copies
     * @param required whether a dossier is incomplete without it
     * @param upload whether it has to come as a file with an online submission; null: it may
     */
    record Component(String code, Names names, int originals, int copies, boolean required, Upload upload) {

        @JsonCreator
        public Component {}

        /** One that may come as a file. */
        public Component(String code, Names names, int originals, int copies, boolean required) {
            this(code, names, originals, copies, required, null);
        }
    }

    /** Whether a paper has to come as a file with an online submission. */
    enum Upload {
        REQUIRED,
        OPTIONAL,
        /** A word that this reader is too old to know. Never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

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

    /**
     * A day on which an agency, and those below it that have no override of their own, depart from the calendar: a storm, a swap announced late. Of
     * several versions the highest holds; one that agrees with the calendar takes the departure back.
     *
     * @param code agency and date, {@code H03.31@2026-09-07}
     * @param agency code
     * @param date the day
     * @param worked whether it is a working day
     * @param reason why
     * @param document number of the decision or notice
     * @param sessions opening and closing times of that day where it is worked at other hours than usual, {@code ["07:00","11:30"]}: closed in the
     *     afternoon, open on a Saturday morning; null where the usual hours hold. A reader that does not know them takes the usual ones
     */
    record CalendarOverride(
            String code,
            int version,
            String agency,
            LocalDate date,
            boolean worked,
            Names reason,
            String document,
            List<List<String>> sessions)
            implements CatalogueEntry {
        @Override
        public String wireKind() {
            return "OVERRIDE";
        }
    }
}
