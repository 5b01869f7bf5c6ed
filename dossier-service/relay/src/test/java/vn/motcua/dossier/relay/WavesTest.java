package vn.motcua.dossier.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WavesTest {

    /** Whatever the mixture of subjects. */
    @Property(tries = 300)
    void noWaveHoldsTwoEventsOfASubjectAndNoEventGoesBeforeItsPredecessor(
            @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> subjects) {
        var entries = new ArrayList<Entry>();
        var sequences = new HashMap<Integer, Long>();
        for (var subject : subjects) {
            var sequence = sequences.merge(subject, 1L, Long::sum);
            entries.add(new Entry(new Pointer(0, entries.size(), new UUID(0, subject), sequence), false, null));
        }

        var waves = Waves.of(entries);

        assertThat(waves.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(entries);
        for (var wave = 0; wave < waves.size(); wave++) {
            var number = wave + 1L;
            assertThat(waves.get(wave))
                    .isNotEmpty()
                    .allMatch(entry -> entry.pointer().sequence() == number);
        }
    }
}
