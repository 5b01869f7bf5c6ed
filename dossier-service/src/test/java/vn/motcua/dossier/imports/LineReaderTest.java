package vn.motcua.dossier.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void linesEndWithEitherKindOfEndAndTheLastNeedsNone() throws IOException {
        assertThat(read("one\ntwo\r\n\nfour")).containsExactly("one", "two", "", "four");
        assertThat(read("one\n")).containsExactly("one");
        assertThat(read("")).isEmpty();
    }

    @Test
    void ofALineBeyondTheLimitTheRestIsPassedOver() throws IOException {
        var lines = new LineReader(stream("123456789\n1234\n"), 4);

        assertThat(lines.read()).asString(StandardCharsets.UTF_8).isEqualTo("1234");
        assertThat(lines.wasTooLong()).isTrue();
        assertThat(lines.read()).asString(StandardCharsets.UTF_8).isEqualTo("1234");
        assertThat(lines.wasTooLong()).isFalse();
        assertThat(lines.read()).isNull();
    }

    @Test
    void linesMayBeLongerThanWhatIsReadAtOnce() throws IOException {
        var line = "x".repeat(50_000);

        assertThat(read(line + "\n" + line)).containsExactly(line, line);
    }

    private static List<String> read(String text) throws IOException {
        var reader = new LineReader(stream(text), 65_536);
        var lines = new ArrayList<String>();
        for (var line = reader.read(); line != null; line = reader.read()) {
            lines.add(new String(line, StandardCharsets.UTF_8));
        }
        return lines;
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
