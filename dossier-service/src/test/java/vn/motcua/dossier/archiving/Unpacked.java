package vn.motcua.dossier.archiving;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import vn.motcua.dossier.edge.Digests;

/** A bag as an archive opens it, and what its tools would complain about. @param files by path, below the folder of the bag */
public record Unpacked(Map<String, byte[]> files) {

    public static Unpacked of(byte[] zip) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName().substring(entry.getName().indexOf('/') + 1), in.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Unpacked(files);
    }

    public List<String> complaints() {
        var complaints = new ArrayList<String>();
        var listed = new TreeSet<>(List.of("tagmanifest-sha256.txt"));
        for (var manifest : List.of("manifest-sha256.txt", "tagmanifest-sha256.txt")) {
            text(manifest).lines().forEach(line -> {
                var path = line.substring(Math.min(line.length(), 66));
                listed.add(path);
                if (!files.containsKey(path) || !line.startsWith(sha256(files.get(path)) + "  ")) {
                    complaints.add("altered or missing: " + path);
                }
            });
        }
        files.keySet().stream()
                .filter(path -> !listed.contains(path))
                .forEach(path -> complaints.add("added: " + path));
        if (!text("bagit.txt").startsWith("BagIt-Version: 1.0\n") || !files.containsKey("tagmanifest-sha256.txt")) {
            complaints.add("no bag");
        }
        return complaints;
    }

    private String text(String path) {
        return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) {
        return HexFormat.of().formatHex(Digests.sha256().digest(content));
    }
}
