package vn.motcua.dossier.archiving;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.motcua.dossier.edge.Digests;

/**
 * A dossier's archive package: BagIt 1.0 (RFC 8493) in a zip file, which any archive's tools validate. The same content on the same day is the same
 * bytes, so that it can be weighed before it is sent: {@link #seal()} and {@link #writeTo} read every file anew and hold one piece of one file at a time.
 * Written with the JDK alone: gov.loc:bagit had its last release in 2018, writes folders only and leaves the zip file to whoever uses it.
 */
public final class Bag {

    private static final String MANIFEST = "manifest-sha256.txt";
    private static final LocalDate FIRST_OF_ZIP = LocalDate.of(1980, 1, 2);
    private static final String DATA = "data/";

    private final String name;
    private final LocalDate day;
    private final List<Enclosure> payload;
    private final List<Enclosure> tags;

    /** What the package weighs. @param sha256 of the zip file, 64 lower-case hexadecimal digits */
    public record Seal(String sha256, long bytes) {}

    private Bag(String name, LocalDate day, List<Enclosure> payload, List<Enclosure> tags) {
        this.name = name;
        this.day = day;
        this.payload = payload;
        this.tags = tags;
    }

    /**
     * The package.
     *
     * @param name of the folder in it: the dossier's code
     * @param organisation code of the agency
     * @throws IllegalArgumentException if two files have one path
     */
    public static Bag of(String name, String organisation, LocalDate day, List<Enclosure> enclosures) {
        var files = enclosures.stream()
                .sorted(Comparator.comparing(Enclosure::path))
                .toList();
        var paths = new HashSet<String>();
        for (var file : files) {
            if (!paths.add(file.key())) {
                throw new IllegalArgumentException("two files of one path: " + file.path());
            }
        }
        var octets = files.stream().mapToLong(Enclosure::bytes).sum();
        var tags = new ArrayList<>(List.of(
                text("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
                text(
                        "bag-info.txt",
                        "Bagging-Date: " + day + "\nExternal-Identifier: " + name + "\nPayload-Oxum: " + octets + "."
                                + files.size() + "\nSource-Organization: " + organisation + "\n"),
                text(MANIFEST, manifest(DATA, files))));
        tags.add(text("tagmanifest-sha256.txt", manifest("", tags)));
        return new Bag(name, day, files, tags);
    }

    /** What it weighs, from writing it to nowhere: whatever cannot be read or is not what its hash says is found here. */
    public Seal seal() throws IOException {
        var sha256 = Digests.sha256();
        var count = new Counting();
        try (var out = new DigestOutputStream(count, sha256)) {
            writeTo(out);
        }
        return new Seal(HexFormat.of().formatHex(sha256.digest()), count.bytes);
    }

    /** Writes the zip file; the stream stays open. @throws NotWhole if a file is not what its hash says */
    public void writeTo(OutputStream out) throws IOException {
        // A zip file knows neither time zones nor what was before 1980.
        var at = (day.isBefore(FIRST_OF_ZIP) ? FIRST_OF_ZIP : day).atStartOfDay();
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var tag : tags) {
            var entry = new ZipEntry(name + "/" + tag.path());
            entry.setTimeLocal(at);
            write(tag, entry, zip);
        }
        for (var file : payload) {
            var entry = new ZipEntry(name + "/" + DATA + file.path());
            entry.setTimeLocal(at);
            write(file, entry, zip);
        }
        zip.finish();
    }

    private static void write(Enclosure file, ZipEntry entry, ZipOutputStream zip) throws IOException {
        var sha256 = Digests.sha256();
        zip.putNextEntry(entry);
        try (var in = new DigestInputStream(file.source().open(), sha256)) {
            in.transferTo(zip);
        }
        zip.closeEntry();
        if (!HexFormat.of().formatHex(sha256.digest()).equals(file.sha256())) {
            throw new NotWhole(file.sha256());
        }
    }

    private static Enclosure text(String path, String content) {
        return Enclosure.of(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String manifest(String folder, List<Enclosure> files) {
        var lines = new StringBuilder();
        files.forEach(file -> lines.append(file.sha256())
                .append("  ")
                .append(folder)
                .append(file.path())
                .append('\n'));
        return lines.toString();
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] from, int at, int many) {
            bytes += many;
        }
    }
}
