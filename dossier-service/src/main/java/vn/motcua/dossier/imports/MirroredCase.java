package vn.motcua.dossier.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.catalogue.Law;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Irregularity;
import vn.motcua.dossier.lifecycle.Matter;
import vn.motcua.dossier.lifecycle.Origin;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Report;

/**
 * Reads what a ministry's system tells. Only what could not be kept or published is refused; what merely contradicts the catalogue is marked.
 * Thread-safe, touches no database.
 */
@ApplicationScoped
class MirroredCase {

    private static final int LONGEST_WORD = 64;
    private static final int LONGEST_ID = 200;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,63}");

    /** By so much the clock of another system may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Catalogue catalogue;
    private final Law law;
    private final Clock clock;

    MirroredCase(Catalogue catalogue, Law law, Clock clock) {
        this.catalogue = catalogue;
        this.law = law;
        this.clock = clock;
    }

    /**
     * @param who tells; only of agencies that they cover
     * @throws LineRefused if the line tells of no dossier that could be kept
     */
    Report read(MirrorLine line, Party who) {
        text("/source", line.source(), LONGEST_WORD);
        text("/sourceId", line.sourceId(), LONGEST_ID);
        text("/factId", line.factId(), LONGEST_ID);
        text("/procedure", line.procedure(), LONGEST_WORD);
        if (line.fact() == null || !WORD.matcher(line.fact()).matches()) {
            throw new LineRefused("/fact: the word of a fact, such as accepted.");
        }
        present("/code", line.code());
        present("/channel", line.channel());
        present("/returnMethod", line.returnMethod());
        present("/status", line.status());
        present("/at", line.at());
        present("/submittedAt", line.submittedAt());
        if (DossierCode.parse(line.code()).isEmpty()) {
            throw new LineRefused("/code: not a dossier code.");
        }
        agency(line.agency(), who);
        var dates = dates(line);
        var unknown = EnumSet.noneOf(Irregularity.class);
        return new Report(
                line.fact(),
                happened("/at", line.at()),
                matter(line, dates, unknown),
                line.status(),
                dates,
                line.outcome(),
                unknown);
    }

    private Report.Dates dates(MirrorLine line) {
        return new Report.Dates(
                happened("/submittedAt", line.submittedAt()),
                happened("/acceptedAt", line.acceptedAt()),
                instant("/dueAt", line.dueAt()),
                happened("/pausedSince", line.pausedSince()),
                happened("/completedAt", line.completedAt()),
                happened("/endedAt", line.endedAt()),
                happened("/returnedAt", line.returnedAt()));
    }

    /** By the version that was in force when the dossier was accepted, or else handed in. */
    private Matter matter(MirrorLine line, Report.Dates dates, Set<Irregularity> unknown) {
        var day = LocalDate.ofInstant(
                dates.acceptedAt() == null ? dates.submittedAt() : dates.acceptedAt(), DossierCode.ZONE);
        var procedure = catalogue.procedureOn(line.procedure(), day);
        if (procedure.isEmpty()) {
            unknown.add(Irregularity.PROCEDURE_UNKNOWN);
        } else if (!catalogue.competentOn(procedure.get(), line.agency(), day)) {
            unknown.add(Irregularity.NOT_COMPETENT);
        }
        return new Matter(
                line.channel(),
                line.returnMethod(),
                Origin.MIRRORED,
                law.profileOn(LocalDate.ofInstant(dates.submittedAt(), DossierCode.ZONE)),
                line.procedure(),
                procedure.map(known -> known.version()).orElse(1),
                procedure.map(known -> known.sector()).orElse(Matter.UNKNOWN_SECTOR),
                procedure.map(known -> known.immediate()).orElse(false),
                line.agency(),
                catalogue.path(line.agency()),
                null,
                null,
                null);
    }

    private void agency(String agency, Party who) {
        present("/agency", agency);
        if (catalogue.agency(agency).isEmpty()) {
            throw new LineRefused("/agency: The agency is not in the catalogue.");
        }
        if (!who.covers(agency)) {
            throw new LineRefused("/agency: this account does not report for this agency.");
        }
    }

    private Instant happened(String pointer, OffsetDateTime told) {
        var at = instant(pointer, told);
        if (at != null && at.isAfter(clock.instant().plus(AHEAD))) {
            throw new LineRefused(pointer + ": lies in the future.");
        }
        return at;
    }

    /** In whole milliseconds, in a century that events and tables can hold. */
    private static Instant instant(String pointer, OffsetDateTime told) {
        if (told == null) {
            return null;
        }
        if (told.getYear() < 1900 || told.getYear() > 2199) {
            throw new LineRefused(pointer + ": 1900 to 2199.");
        }
        return told.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void present(String pointer, Object told) {
        if (told == null) {
            throw new LineRefused(pointer + ": This is required.");
        }
    }

    private static void text(String pointer, String told, int longest) {
        if (told == null || told.isBlank() || told.length() > longest) {
            throw new LineRefused(pointer + ": 1 to " + longest + " characters.");
        }
    }
}
