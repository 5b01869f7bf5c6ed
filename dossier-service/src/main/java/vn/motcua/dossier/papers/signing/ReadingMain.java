package vn.motcua.dossier.papers.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The other end of {@link ReadingProcess}: a PDF comes in on the standard input, its signatures go out as lines, and that is all. */
final class ReadingMain {

    static final int UNREADABLE = 7;
    static final String NOTHING = "-";

    private static final int MOST = 1_000;

    private ReadingMain() {}

    public static void main(String[] none) throws IOException, SignatureReader.PdfTooCostly {
        var pdf = System.in.readAllBytes();
        // Whatever a library prints is no answer.
        var out = System.out;
        System.setOut(System.err);
        try {
            print(new PdfReader().read(pdf), out);
        } catch (SignatureReader.UnreadablePdf noPdf) {
            System.exit(UNREADABLE);
        }
        System.exit(0);
    }

    private static void print(List<SignatureClaim> claims, PrintStream out) {
        claims.stream().limit(MOST).forEach(claim -> out.println(line(claim)));
        out.flush();
    }

    static String line(SignatureClaim claim) {
        var range = Arrays.stream(claim.range())
                .limit(MOST)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
        return text(claim.method()) + " " + (range.isEmpty() ? NOTHING : range) + " " + text(claim.time());
    }

    static SignatureClaim claim(String line) {
        var parts = line.split(" ", -1);
        var range = parts[1].equals(NOTHING)
                ? new int[0]
                : Arrays.stream(parts[1].split(",")).mapToInt(Integer::parseInt).toArray();
        return new SignatureClaim(said(parts[0]), range, said(parts[2]));
    }

    private static String text(String said) {
        return said == null ? NOTHING : "=" + Base64.getEncoder().encodeToString(said.getBytes(UTF_8));
    }

    private static String said(String text) {
        return text.equals(NOTHING) ? null : new String(Base64.getDecoder().decode(text.substring(1)), UTF_8);
    }
}
