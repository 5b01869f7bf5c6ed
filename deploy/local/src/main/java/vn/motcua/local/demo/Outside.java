package vn.motcua.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What arrived in the simulated outside world. */
final class Outside {

    /**
     * A message that reached somebody.
     *
     * @param channel {@code SMS} or {@code EMAIL}
     * @param to number or address
     * @param text what they read
     * @param repeats how often it was sent beyond the first time
     */
    record Message(String channel, String to, String text, int repeats) {}

    /** A moment, by how much had arrived until then. */
    record Mark(int sms, int mails, int parcels) {}

    private final Caller caller;
    private final World world;

    Outside(Caller caller, World world) {
        this.caller = caller;
        this.world = world;
    }

    Optional<JsonNode> parcel(String dossierCode) {
        return stream(seen("parcels").path("parcels"))
                .filter(parcel -> parcel.path("orderNumber").asText().startsWith(dossierCode))
                .findFirst();
    }

    int parcels() {
        return seen("parcels").path("parcels").size();
    }

    Mark mark() {
        return new Mark(sms().size(), mails().size(), parcels());
    }

    /** Everything that arrived. */
    List<Message> messages() {
        return since(new Mark(0, 0, 0));
    }

    /** What arrived since then, whatever it is about. */
    List<Message> since(Mark then) {
        return Stream.concat(sms().stream().skip(then.sms()), mails().stream().skip(then.mails()))
                .toList();
    }

    private List<Message> sms() {
        return stream(seen("sms").path("messages"))
                .map(one -> new Message(
                        "SMS",
                        one.path("to").asText(),
                        one.path("content").asText(),
                        one.path("repeats").asInt() + one.path("sameTextBefore").asInt()))
                .toList();
    }

    private List<Message> mails() {
        return stream(seen("mail").path("messages"))
                .map(one -> new Message(
                        "EMAIL",
                        one.path("to").asText(),
                        one.path("text").asText().strip(),
                        one.path("repeat").asBoolean() ? 1 : 0))
                .toList();
    }

    private JsonNode seen(String what) {
        return caller.get(world.outside().resolve("/outside/" + what), null).body();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
