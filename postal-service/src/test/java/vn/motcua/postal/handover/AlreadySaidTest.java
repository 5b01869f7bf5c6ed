package vn.motcua.postal.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlreadySaidTest {

    private final AlreadySaid said = new AlreadySaid();

    @Test
    void theSameOfTheSameIsNewsOnce() {
        assertThat(said.isNews("H03.01-20221229-1", "CalendarNotPublished")).isTrue();
        assertThat(said.isNews("H03.01-20221229-1", "CalendarNotPublished")).isFalse();
        assertThat(said.isNews("H03.02-20221229-1", "CalendarNotPublished")).isTrue();
        assertThat(said.isNews("H03.01-20221229-1", "PgException")).isTrue();
        assertThat(said.isNews("H03.01-20221229-1", "CalendarNotPublished")).isTrue();
    }

    @Test
    void whatIsOverIsNewsWhenItComesBack() {
        said.isNews("a", "x");
        said.isNews("b", "x");
        said.forget("a");
        assertThat(said.isNews("a", "x")).isTrue();
        said.keepOnly(List.of("a"));
        assertThat(said.isNews("a", "x")).isFalse();
        assertThat(said.isNews("b", "x")).isTrue();
    }
}
