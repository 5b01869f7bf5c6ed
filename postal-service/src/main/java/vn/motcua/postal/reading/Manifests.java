package vn.motcua.postal.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.Language;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Role;
import vn.motcua.postal.reading.ManifestReadStore.Question;
import vn.motcua.postal.reading.ManifestReadStore.Sum;
import vn.motcua.postal.reading.ManifestView.Line;
import vn.motcua.postal.reading.Parties.AgencyView;
import vn.motcua.postal.reading.Parties.NextStep;
import vn.motcua.postal.reading.Parties.ReceiverView;
import vn.motcua.postal.tracking.Agencies;

/** Manifests as a caller may see them. */
@ApplicationScoped
public class Manifests {

    private final ManifestReadStore reading;
    private final Agencies agencies;

    Manifests(ManifestReadStore reading, Agencies agencies) {
        this.reading = reading;
        this.agencies = agencies;
    }

    Uni<Page<ManifestView>> list(Question question, int limit, Caller caller, Language language) {
        return reading.list(question, limit)
                .map(page -> page.map(found -> view(found.manifest(), found.sum(), null, caller, language)));
    }

    /** One manifest with its lines. 404 where there is none, 403 where it is another agency's. */
    public Uni<ManifestView> one(String id, Caller caller, Language language) {
        return reading.one(id).map(found -> {
            var whole = found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
            Rights.require(caller, whole.manifest().agency);
            var lines = whole.lines().stream().map(Manifests::line).toList();
            var documents = lines.stream().mapToLong(Line::documentCount).sum();
            return view(whole.manifest(), new Sum(lines.size(), documents), lines, caller, language);
        });
    }

    private ManifestView view(ManifestRow row, Sum sum, List<Line> lines, Caller caller, Language language) {
        return new ManifestView(
                row.id,
                new AgencyView(row.agency, agencies.name(row.agency, language)),
                row.day,
                row.run,
                row.state,
                row.version,
                row.closesAt,
                row.closedAt,
                row.handedOverAt,
                row.handedOverBy,
                row.receivedBy,
                sum.parcels(),
                sum.documents(),
                lines,
                nextSteps(row, sum, caller));
    }

    private static List<NextStep> nextSteps(ManifestRow row, Sum sum, Caller caller) {
        if (!caller.is(Role.CLERK)) {
            return List.of();
        }
        var base = "/v1/manifests/" + row.id;
        return switch (row.state) {
            case "OPEN" -> List.of(NextStep.post("closure", base + "/closure"));
            case "CLOSED" -> sum.parcels() > 0 ? List.of(NextStep.post("handover", base + "/handover")) : List.of();
            default -> List.of();
        };
    }

    private static Line line(ManifestReadStore.Line line) {
        return new Line(
                line.parcel().id,
                line.parcel().dossierCode,
                line.order().trackingNumber,
                line.parcel().status,
                line.parcel().zone,
                line.parcel().promisedDate,
                line.parcel().resultCount,
                ReceiverView.of(line.recipient()));
    }
}
