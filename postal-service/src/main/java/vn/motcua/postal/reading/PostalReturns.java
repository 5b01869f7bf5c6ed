package vn.motcua.postal.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.Language;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Role;
import vn.motcua.postal.reading.Parties.AgencyView;
import vn.motcua.postal.reading.Parties.NextStep;
import vn.motcua.postal.reading.Parties.ReceiverView;
import vn.motcua.postal.reading.PostalReturnReadStore.Question;
import vn.motcua.postal.reading.PostalReturnReadStore.Whole;
import vn.motcua.postal.reading.PostalReturnView.TrackEntry;
import vn.motcua.postal.returns.CarrierStatus;
import vn.motcua.postal.returns.ParcelStatus;
import vn.motcua.postal.returns.PostalReturn;
import vn.motcua.postal.tracking.Agencies;

/** Parcels as a caller may see them. */
@ApplicationScoped
public class PostalReturns {

    private final PostalReturnReadStore reading;
    private final Agencies agencies;

    PostalReturns(PostalReturnReadStore reading, Agencies agencies) {
        this.reading = reading;
        this.agencies = agencies;
    }

    Uni<Page<PostalReturnView>> list(Question question, int limit, Caller caller, Language language) {
        return reading.list(question, limit)
                .map(page -> page.map(found -> view(found.parcel(), found.order(), null, null, caller, language)));
    }

    /** One parcel with its track. 404 where there is none, 403 where it is another agency's. */
    public Uni<PostalReturnView> one(UUID id, Caller caller, Language language) {
        return reading.one(id).map(found -> {
            var whole = found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
            Rights.require(caller, whole.parcel().agency);
            return view(
                    whole.parcel(), whole.order(), ReceiverView.of(whole.recipient()), track(whole), caller, language);
        });
    }

    private PostalReturnView view(
            ReturnRow parcel,
            OrderRow order,
            ReceiverView receiver,
            List<TrackEntry> track,
            Caller caller,
            Language language) {
        return new PostalReturnView(
                parcel.id,
                parcel.dossierId,
                parcel.dossierCode,
                new AgencyView(parcel.agency, agencies.name(parcel.agency, language)),
                parcel.zone,
                parcel.status,
                order.state,
                order.reason,
                order.retries,
                order.trackingNumber,
                parcel.manifestId,
                parcel.promisedDate,
                parcel.attempt,
                parcel.nextInvitation,
                invitedTooSeldom(parcel) ? true : null,
                parcel.createdAt,
                parcel.handedOverAt,
                parcel.deliveredAt,
                receiver,
                track,
                nextSteps(parcel, order, caller));
    }

    private static List<NextStep> nextSteps(ReturnRow parcel, OrderRow order, Caller caller) {
        var retry = caller.is(Role.CLERK)
                && order.state.equals("FAILED")
                && parcel.status.equals(ParcelStatus.PLANNED.name());
        return retry ? List.of(NextStep.post("retry", "/v1/postal-returns/" + parcel.id + "/retry")) : List.of();
    }

    private static List<TrackEntry> track(Whole whole) {
        return whole.reports().stream()
                .map(report -> new TrackEntry(
                        report.key.time,
                        report.key.status,
                        CarrierStatus.of(report.key.status).name(),
                        report.effect))
                .toList();
    }

    private static boolean invitedTooSeldom(ReturnRow parcel) {
        return PostalReturn.invitedTooSeldom(ParcelStatus.valueOf(parcel.status), parcel.attempt);
    }
}
