package vn.motcua.local.demo;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.local.tokens.TokenRequest;

/** The files of one dossier: a paper that was scanned at the counter, and the result as a file. Says whether what comes out is what went in. */
final class Attachments {

    private static final TokenRequest READER = Cases.OFFICER;

    private final World world;
    private final Caller caller;
    private final Map<String, String> sent = new LinkedHashMap<>();
    private URI list;

    Attachments(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
    }

    /** Sends the paper of a component and files it; the dossier as it was answered. */
    Caller.Answer scan(Cases.Seen dossier, TokenRequest who, String component) {
        return file(dossier, who, component, Map.of("component", component, "kind", "SCANNED", "pages", 1));
    }

    /** Sends the result and attaches it. */
    Caller.Answer result(Cases.Seen dossier, TokenRequest who) {
        return file(dossier, who, "result", Map.of("result", true));
    }

    private Caller.Answer file(Cases.Seen dossier, TokenRequest who, String what, Map<String, Object> how) {
        var file = pdf(dossier.code() + " " + what + " " + UUID.randomUUID());
        sent.put(what, sha256(file));
        var upload = caller.upload(world.dossier().resolve("/v1/uploads"), who, file);
        list = world.dossier().resolve("/v1/dossiers/" + dossier.id() + "/documents");
        var body = new HashMap<>(how);
        body.put("upload", upload.body().path("id").asText());
        return caller.step(list, who, dossier.etag(), body);
    }

    /** What is not there, or not byte for byte; empty if it agrees. */
    List<String> differences() {
        var opened = opened();
        var wrong = new ArrayList<String>();
        sent.forEach((what, hash) -> {
            if (!hash.equals(opened.get(what))) {
                wrong.add("the file of " + what + " went in as " + hash + " and comes out as " + opened.get(what));
            }
        });
        return wrong;
    }

    /** The hashes of what is opened, by what it is. */
    private Map<String, String> opened() {
        var checklist = caller.get(list, READER).body();
        var found = new LinkedHashMap<String, String>();
        for (var at : List.of("/components", "/results")) {
            checklist
                    .at(at)
                    .findParents("href")
                    .forEach(one -> found.put(
                            one.path("component").asText("result"),
                            sha256(caller.bytes(
                                    world.dossier().resolve(one.path("href").asText()), READER))));
        }
        return found;
    }

    void print(PrintStream out) {
        out.println("Files of a dossier, to open with the token of an officer of H03.01");
        out.println("  " + list);
        sent.forEach((what, hash) -> out.printf("  %-8s %s%n", what, hash));
        out.println();
    }

    /** A page that says what it is, in plain bytes. */
    private static byte[] pdf(String text) {
        var words = "BT /F1 18 Tf 60 760 Td (" + text + ") Tj ET";
        return ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                        + "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                        + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 "
                        + "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\nendobj\n4 0 obj\n<< /Length "
                        + words.length() + " >>\nstream\n" + words + "\nendstream\nendobj\n"
                        + "trailer\n<< /Root 1 0 R >>\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
