package vn.motcua.dossier.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.keeping.DestructionOrder.Decision;
import vn.motcua.dossier.keeping.DestructionOrder.Item;
import vn.motcua.dossier.keeping.DestructionOrder.ItemState;

class CertificateTest {

    private static final Instant AT = Instant.parse("2026-06-10T02:00:00Z");

    /** Of two instances that carry out an order, one may see it while the other is at its last dossier. */
    @Test
    void anOrderOfWhichSomethingIsLeftHasNone() {
        var underway = order(ItemState.LEFT_OUT, ItemState.PENDING);
        assertThat(underway.isCarriedOut()).isFalse();
        assertThatThrownBy(() -> Certificate.of(underway)).isInstanceOf(IllegalStateException.class);

        var done = order(ItemState.LEFT_OUT, ItemState.LEFT_OUT);
        assertThat(done.isCarriedOut()).isTrue();
        assertThat(Certificate.of(done).digest())
                .startsWith("sha256:")
                .isEqualTo(Certificate.of(done).digest());
    }

    private static DestructionOrder order(ItemState... states) {
        return new DestructionOrder(
                new UUID(1, 1),
                7,
                "H03.01",
                "QĐ 12/2026",
                DestructionOrder.State.APPROVED,
                "clerk-1",
                "clerk-1",
                AT,
                new byte[32],
                new Decision("leader-2", AT, null, "leader-2", "key", new byte[32]),
                null,
                null,
                Stream.of(states).map(CertificateTest::item).toList());
    }

    private static Item item(ItemState state) {
        return new Item(
                new UUID(2, state.ordinal()),
                "H03.01-220608-0001",
                "1.900101",
                LocalDate.of(2022, 6, 22),
                LocalDate.of(2025, 12, 31),
                "LEGAL G16",
                state,
                state == ItemState.LEFT_OUT ? "HELD" : null,
                null);
    }
}
