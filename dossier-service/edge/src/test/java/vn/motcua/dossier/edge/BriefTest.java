package vn.motcua.dossier.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class BriefTest {

    @Test
    void aLineNamesClassesAndPlacesButNothingThatWasSaid() {
        var cause = new SQLException("Key (id_number)=(012345678901) already exists");
        assertThat(Brief.of(new IllegalStateException("Nguyễn Văn A", cause)))
                .matches("java.lang.IllegalStateException@vn.motcua.dossier.edge.BriefTest.\\w+:\\d+"
                        + " < java.sql.SQLException@vn.motcua.dossier.edge.BriefTest.\\w+:\\d+");
    }

    @Test
    void aChainOfCausesStaysShort() {
        Throwable thrown = new IllegalStateException();
        for (int i = 0; i < 50; i++) {
            thrown = new IllegalStateException(thrown);
        }
        assertThat(Brief.of(thrown).split(" < ")).hasSize(4);
    }

    @Test
    void whatIsAwayIsToldFromWhatIsBroken() {
        assertThat(Outages.isOutage(new CompletionException(new ConnectException())))
                .isTrue();
        assertThat(Outages.isOutage(new UncheckedIOException(new java.nio.channels.ClosedChannelException())))
                .isTrue();
        assertThat(Outages.isOutage(new TimeoutException())).isTrue();
        assertThat(Outages.isOutage(new SQLException("", "08006"))).isTrue();
        assertThat(Outages.isOutage(new SQLException("", "53300"))).isTrue();
        assertThat(Outages.isOutage(new SQLException("", "57P01"))).isTrue();
        assertThat(Outages.isOutage(new SQLException("", "23505"))).isFalse();
        assertThat(Outages.isOutage(new SQLException("", "57014"))).isFalse();
        assertThat(Outages.isOutage(new NullPointerException())).isFalse();
    }
}
