package vn.motcua.dossier.papers.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a PDF unpacks into is known before it is unpacked. */
class PackedPartsTest {

    private static final int MIB = 1024 * 1024;
    private static final String PLAIN = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode";

    @Test
    void whatUnpacksIntoLittleIsRead() throws IOException {
        assertThat(PackedParts.areBounded(pdf(PLAIN, packed(MIB)))).isTrue();
    }

    @Test
    void sixtyFourMebibytesOfNothingAreNotUnpacked() throws IOException {
        var bomb = pdf(PLAIN, packed(64 * MIB));

        assertThat(bomb.length).isLessThan(MIB);
        assertThat(PackedParts.areBounded(bomb)).isFalse();
        assertThat(new SignatureCheck(new TrustedIssuers(List.of(), false), Clock.systemUTC())
                        .judge(bomb)
                        .reason())
                .isEqualTo(Verdict.Reason.FILE_NOT_LOOKED_INTO);
    }

    @Test
    void manySmallOnesAreCountedTogether() throws IOException {
        var parts = new ByteArrayOutputStream();
        for (int i = 0; i < 3; i++) {
            parts.write(pdf(PLAIN, packed(3 * MIB)));
        }

        assertThat(PackedParts.areBounded(parts.toByteArray())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Type /ObjStm /Filter [/FlateDecode /FlateDecode]",
                "/Type /ObjStm /Filter [ /FlateDecode 7 0 R ]",
                "/Type /XRef /Filter 7 0 R",
                "/Type /XRef /Filter /LZWDecode",
                "/Type /Obj#53tm /Filter /FlateDecode"
            })
    void whatIsPackedInAnOddWayIsNotUnpacked(String dictionary) throws IOException {
        assertThat(PackedParts.areBounded(pdf(dictionary, packed(10)))).isFalse();
    }

    @Test
    void picturesAreNotUnpackedForItAndMayBeLarge() throws IOException {
        assertThat(PackedParts.areBounded(pdf("/Type /XObject /Filter /FlateDecode", packed(64 * MIB))))
                .isTrue();
    }

    private static byte[] pdf(String dictionary, byte[] stream) throws IOException {
        var pdf = new ByteArrayOutputStream();
        pdf.write(("%PDF-1.7\n1 0 obj\n<< " + dictionary + " /Length " + stream.length + " >>\nstream\r\n")
                .getBytes(ISO_8859_1));
        pdf.write(stream);
        pdf.write("\nendstream\nendobj\n".getBytes(ISO_8859_1));
        return pdf.toByteArray();
    }

    private static byte[] packed(int bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            var nothing = new byte[Math.min(bytes, MIB)];
            for (int left = bytes; left > 0; left -= nothing.length) {
                out.write(nothing, 0, Math.min(left, nothing.length));
            }
        }
        return packed.toByteArray();
    }
}
