package vn.motcua.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.motcua.local.LocalPlatform;
import vn.motcua.local.demo.Demo;
import vn.motcua.local.demo.World;

/** What {@code deploy/up --demo} plays, and whether every record it left fits the contract, on a platform of its own. First, so that it is gone when the others start theirs. */
@Order(1)
class DemonstrationIT {

    @Test
    void theDemonstrationAgreesWithTheArticleInEveryFigureAndWithTheFileInEveryMessage() {
        var said = new ByteArrayOutputStream();
        try (var platform = LocalPlatform.of(
                Province.settings("demonstration"), line -> System.out.println("demonstration: " + line))) {
            platform.start();
            var agreed = new Demo(World.of(platform), new PrintStream(said, true, UTF_8)).run();
            System.out.print(said.toString(UTF_8));
            assertThat(agreed).as(said.toString(UTF_8)).isTrue();
            Contract.ALL.forEach((topic, schema) -> assertThat(Topic.records(platform, topic))
                    .as(topic)
                    .isNotEmpty()
                    .allSatisfy(
                            one -> assertThat(Contract.complaints(one, schema)).isEmpty()));
        }
    }
}
