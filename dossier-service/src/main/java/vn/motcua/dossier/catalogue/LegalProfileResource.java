package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.events.CatalogueEntry.Names;

/** Which rules of law the clock follows from which day, and what each rests on. 200; open to all. */
@Path("/v1/legal-profiles")
@PermitAll
@Tag(name = "Catalogue")
public class LegalProfileResource {

    private final Law law;

    LegalProfileResource(Law law) {
        this.law = law;
    }

    /** All of them, the earliest first. @param forms the acts that lay the forms down, by the day of the paper whatever the dossier's profile */
    public record ProfilesView(List<ProfileView> items, List<FormsView> forms) {}

    /** @param rules the day from which they hold (the earliest also for all days before), the act, the form of a stop */
    public record FormsView(List<RuleView> rules) {}

    /** @param validFrom first day; the earliest also covers all days before */
    public record ProfileView(String profile, LocalDate validFrom, Names names, List<RuleView> rules) {}

    /** @param certainty READ: the text was read; MEMORY: known, not looked up; DESIGN: configuration to be confirmed */
    public record RuleView(
            String rule, Names names, JsonNode value, String source, LegalProfileEntry.Certainty certainty) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The rules of law that the clock follows, by date", description = "Open to all.")
    @APIResponse(
            responseCode = "200",
            description = "With the source of each value and how sure it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "one rule of one profile", value = EXAMPLE)))
    public ProfilesView list() {
        LegalProfiles profiles = law.profiles();
        return new ProfilesView(
                profiles.profiles().stream()
                        .map(profile -> new ProfileView(
                                profile.profile(),
                                profile.validFrom(),
                                profile.names(),
                                rules(profiles, profile.rules())))
                        .toList(),
                profiles.forms().stream()
                        .map(each -> new FormsView(rules(profiles, each)))
                        .toList());
    }

    private static List<RuleView> rules(LegalProfiles profiles, Map<String, LegalProfileEntry.Rule> given) {
        return given.entrySet().stream()
                .map(rule -> new RuleView(
                        rule.getKey(),
                        profiles.name(rule.getKey()),
                        rule.getValue().value(),
                        rule.getValue().source(),
                        rule.getValue().certainty()))
                .toList();
    }

    static final String EXAMPLE = """
            {"items": [{"profile": "2022", "validFrom": "2018-06-21", \
            "names": {"vi": "Nghị định 61/2018/NĐ-CP", "en": "Decree 61/2018/NĐ-CP"}, \
            "rules": [{"rule": "extensionsMost", "names": {"vi": "Số lần hẹn lại ngày trả kết quả", "en": "Re-appointments at most"}, \
            "value": 1, "source": "Decree 61/2018/NĐ-CP, art. 19 §9", "certainty": "READ"}]}], \
            "forms": [{"rules": [{"rule": "forms", "names": {"vi": "Thông tư quy định số hiệu các biểu mẫu", "en": "Circular that numbers the forms"}, \
            "value": "TT_01_2018", "source": "Circular 01/2018/TT-VPCP", "certainty": "READ"}]}]}""";
}
