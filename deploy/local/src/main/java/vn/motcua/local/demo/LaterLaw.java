package vn.motcua.local.demo;

import static vn.motcua.local.demo.Cases.LEADER;
import static vn.motcua.local.demo.Cases.OFFICER;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One dossier under the law of 2025, which has a notice for a dossier that is stopped; the law of 2022 has no form for that. Played before everything
 * else, so that no other dossier grows old meanwhile. Source: Circular 03/2025/TT-VPCP, list of forms.
 */
final class LaterLaw {

    private final World world;
    private final Outside outside;
    private final Cases cases;
    private final Papers papers;

    LaterLaw(World world, Outside outside, Cases cases, Papers papers) {
        this.world = world;
        this.outside = outside;
        this.cases = cases;
        this.papers = papers;
    }

    /** Ends when the citizen has been told, so that the clock may go back to 2022. */
    void play() {
        var before = outside.mark();
        world.clock().set(Instant.parse("2025-10-06T02:00:00Z"), true);
        cases.acceptAtCounter("stopped", 6, "1.900106", "0912345606");
        papers.handOut(cases.get("stopped"));
        awaitMessages(before, 1);
        world.clock().set(Instant.parse("2025-10-06T03:00:00Z"), true);
        cases.step("stopped", "processing", OFFICER, Map.of());
        cases.step("stopped", "stop", LEADER, Map.of("reason", "DISPUTE", "resumable", false));
        papers.handOut(cases.get("stopped"));
        awaitMessages(before, 2);
    }

    private void awaitMessages(Outside.Mark before, int due) {
        Await.until(
                due + " messages under the law of 2025",
                () -> Optional.of(outside.since(before).size()).filter(arrived -> arrived >= due));
    }
}
