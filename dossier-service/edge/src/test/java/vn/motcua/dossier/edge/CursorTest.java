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

    private static void isRefused(String list, int parts, String cursor) {
        assertThatThrownBy(() -> Cursor.read(list, parts, cursor))
                .as(cursor)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED));
    }
}
