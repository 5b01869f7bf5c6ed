package vn.motcua.notification.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class MaskedTest {

    @Test
    void aPhoneShowsItsFirstFourAndLastThreeDigits() {
        assertThat(Masked.phone("+84912345601")).isEqualTo("0912****601");
        assertThat(Masked.phone("0740123923")).isEqualTo("0740****923");
        assertThat(Masked.phone("12345678")).isEqualTo("****");
    }

    @Test
    void anEmailShowsItsDomainAndHardlyMore() {
        assertThat(Masked.email("by.post@example.vn")).isEqualTo("by****@example.vn");
        assertThat(Masked.email("ab@example.vn")).isEqualTo("****@example.vn");
        assertThat(Masked.email("broken")).isEqualTo("****");
    }

    @Test
    void aNoticeHasTheSameIdEachTimeItsEventComes() {
        var event = UUID.fromString("01814200-0000-7000-8000-000000000001");

        assertThat(NoticeId.of(event, Channel.SMS)).isEqualTo(NoticeId.of(event, Channel.SMS));
        assertThat(NoticeId.of(event, Channel.SMS)).isNotEqualTo(NoticeId.of(event, Channel.EMAIL));
    }
}
