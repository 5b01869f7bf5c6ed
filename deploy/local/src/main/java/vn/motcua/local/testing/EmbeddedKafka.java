package vn.motcua.local.testing;

import java.util.Map;
import vn.motcua.local.LocalKafka;

/** The broker from Maven artifacts. */
final class EmbeddedKafka implements Fixture {

    private final LocalKafka kafka = LocalKafka.temporary();

    @Override
    public Map<String, String> start() {
        return Map.of("bootstrap", kafka.start().bootstrapServers());
    }

    @Override
    public void close() {
        kafka.close();
    }
}
