package vn.motcua.dossier.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CursorTest {

    private static final String LIST = "queue|H03.01";
    private static final String CURSOR = Cursor.write(LIST, "2022-06-08T02:00:00Z", "hồ sơ|7");

    @Test
    void whatWasWrittenIsReadBack() {
        assertThat(Cursor.read(LIST, 2, CURSOR)).containsExactly("2022-06-08T02:00:00Z", "hồ sơ|7");
        assertThat(CURSOR).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        for (int i = 0; i < CURSOR.length(); i++) {
            var other = CURSOR.charAt(i) == 'A' ? 'B' : 'A';
            var changed = CURSOR.substring(0, i) + other + CURSOR.substring(i + 1);
            isRefused(LIST, 2, changed);
        }
    }

    @Test
    void everyShorterCursorIsNoticed() {
        for (int i = 0; i < CURSOR.length(); i++) {
            isRefused(LIST, 2, CURSOR.substring(0, i));
        }
    }

    @Test
    void aCursorStaysInItsList() {
        isRefused("queue|H03.02", 2, CURSOR);
        isRefused(LIST, 3, CURSOR);
        isRefused(LIST, 2, "x".repeat(2000));
    }

    @Test
    void valuesThatAreNoPlaceAreRefusedThoughTheCheckIsRight() {
        for (var madeUp : new String[] {"", "x", "1.5", "9223372036854775808"}) {
            assertThatThrownBy(
                            () -> Cursor.read(LIST, 1, Cursor.write(LIST, madeUp), place -> Long.valueOf(place.get(0))))
                    .as(madeUp)
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED));
        }
        long place = Cursor.read(LIST, 1, Cursor.write(LIST, "7"), values -> Long.valueOf(values.get(0)));
        assertThat(place).isEqualTo(7);
        isRefused(LIST, 1, Cursor.write(LIST, "a\0b"));
    }

    private static void isRefused(String list, int parts, String cursor) {
        assertThatThrownBy(() -> Cursor.read(list, parts, cursor))
                .as(cursor)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED));
    }
}
