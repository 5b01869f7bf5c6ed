package vn.motcua.dossier.staff;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.staff.roster.Delegation;
import vn.motcua.dossier.staff.roster.Roster;

/** Giving somebody the right to sign, and taking it back, one short method each. */
@ApplicationScoped
class Delegations {

    private static final int LONGEST_DOCUMENT = 200;
    private static final int LONGEST_NOTE = 500;

    private final DelegationStore store;
    private final StaffCopy copy;
    private final Catalogue catalogue;
    private final BusinessDays days;

    Delegations(DelegationStore store, StaffCopy copy, Catalogue catalogue, BusinessDays days) {
        this.store = store;
        this.copy = copy;
        this.catalogue = catalogue;
        this.days = days;
    }

    /** Records it; the same key and request again finds what it recorded. 403, 422. */
    Uni<Delegation> give(Caller who, DelegationRequest asked, RequestKey key) {
        var one = asked.delegation(UuidCreator.getTimeOrderedEpoch(), who.subject());
        return store.byKey(key)
                .flatMap(used -> used.isPresent()
                        ? Uni.createFrom().item(repeated(used.get(), false, key))
                        : copy.look()
                                .invoke(roster -> check(who, one, roster))
                                .chain(() -> store.add(one, days.instant(), key))
                                .flatMap(added -> added ? changed(one) : again(false, key)));
    }

    /** Takes it back from today on; what was signed before stays signed. 403, 404, 409 once it is revoked or over. */
    Uni<Delegation> revoke(Caller who, String id, String note, RequestKey key) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw StaffProblems.rule("/note", "Tối đa 500 ký tự.", "At most 500 characters.");
        }
        return seen(who, id).flatMap(one -> {
            if (!StaffRights.mayRevoke(who, one)) {
                throw StaffProblems.notYours();
            }
            return store.byKey(key)
                    .flatMap(used -> used.isPresent()
                            ? Uni.createFrom().item(repeated(used.get(), true, key))
                            : take(one, note, key));
        });
    }

    private Uni<Delegation> take(Delegation one, String note, RequestKey key) {
        var today = days.today();
        if (one.revokedFrom() != null || (one.validTo() != null && one.validTo().isBefore(today))) {
            throw over();
        }
        return store.revoke(one.id(), today, days.instant(), note, key)
                .flatMap(revoked ->
                        revoked ? store.byId(one.id()).flatMap(now -> changed(now.orElseThrow())) : again(true, key));
    }

    /** 404 for what the caller may not see. */
    Uni<Delegation> seen(Caller who, String id) {
        UUID uuid;
        try {
            uuid = UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw StaffProblems.notFound();
        }
        return store.byId(uuid)
                .map(found -> found.filter(one -> StaffRights.maySee(who, one)).orElseThrow(StaffProblems::notFound));
    }

    /** Those that hold on a day (today if null) within an agency and below it, by id, after an id. */
    Uni<List<Delegation>> list(String agency, LocalDate on, UUID after, int limit) {
        return store.ofAgency(agency, on == null ? days.today() : on, after, limit);
    }

    /** What was written must be seen by whoever is answered; if the look fails, the next one in a few seconds will do. */
    private Uni<Delegation> changed(Delegation one) {
        return copy.look().onFailure().recoverWithNull().replaceWith(one);
    }

    private Uni<Delegation> again(boolean revokes, RequestKey key) {
        return store.byKey(key).map(used -> repeated(used.orElseThrow(Delegations::over), revokes, key));
    }

    private static Delegation repeated(DelegationStore.Used used, boolean revokes, RequestKey key) {
        if (used.revokes() != revokes || !key.sameRequest(used.digest())) {
            throw StaffProblems.keyReused();
        }
        return revokes ? used.delegation() : used.delegation().asGiven();
    }

    private static Problem over() {
        return Problem.of(ProblemType.BARRED)
                .detail("Việc ủy quyền này đã chấm dứt.", "This delegation is over already.")
                .with("reason", "DELEGATION_OVER");
    }

    private void check(Caller who, Delegation one, Roster roster) {
        present(one);
        if (catalogue.agency(one.agency()).isEmpty()) {
            throw StaffProblems.unknown("/agency", "Không có cơ quan này.", "There is no such agency.");
        }
        if (!StaffRights.mayDelegate(who, one.from(), one.agency())) {
            throw StaffProblems.notYours();
        }
        if (one.from().equals(one.to())) {
            throw StaffProblems.rule("/to", "Phải là người khác.", "It must be somebody else.");
        }
        if (one.procedure() != null && one.sector() != null) {
            throw StaffProblems.rule("/sector", "Chọn thủ tục hoặc lĩnh vực.", "A procedure or a sector, not both.");
        }
        if (one.procedure() != null
                && catalogue.procedures().stream().noneMatch(p -> p.code().equals(one.procedure()))) {
            throw StaffProblems.unknown("/procedure", "Không có thủ tục này.", "There is no such procedure.");
        }
        if (one.sector() != null
                && catalogue.procedures().stream().noneMatch(p -> p.sector().equals(one.sector()))) {
            throw StaffProblems.unknown("/sector", "Không có lĩnh vực này.", "There is no such sector.");
        }
        checkDays(one);
        listed("/from", one.from(), one, roster);
        listed("/to", one.to(), one, roster);
    }

    private static void present(Delegation one) {
        if (isBlank(one.to())) {
            throw StaffProblems.required("/to");
        }
        if (one.mode() == null) {
            throw StaffProblems.required("/mode");
        }
        if (isBlank(one.agency())) {
            throw StaffProblems.required("/agency");
        }
        if (one.validFrom() == null) {
            throw StaffProblems.required("/validFrom");
        }
        if (isBlank(one.document()) || one.document().length() > LONGEST_DOCUMENT) {
            throw StaffProblems.rule("/document", "Từ 1 đến 200 ký tự.", "1 to 200 characters.");
        }
    }

    private void checkDays(Delegation one) {
        if (one.validFrom().isBefore(days.today())) {
            throw StaffProblems.rule(
                    "/validFrom", "Không giao lùi ngày.", "A right is not given for days that are over.");
        }
        if (one.validTo() == null && one.mode() == Delegation.Mode.AUTHORISED) {
            throw StaffProblems.rule("/validTo", "Ủy quyền phải có thời hạn.", "An authorisation is limited in time.");
        }
        if (one.validTo() != null && one.validTo().isBefore(one.validFrom())) {
            throw StaffProblems.rule("/validTo", "Không trước ngày bắt đầu.", "Not before the first day.");
        }
    }

    /** Where the agency has a list, both must be in it with a post on the first day, wherever. */
    private static void listed(String pointer, String account, Delegation one, Roster roster) {
        var day = one.validFrom();
        if (roster.isManaged(one.agency(), day) && roster.officer(account, day).isEmpty()) {
            throw StaffProblems.unknown(
                    pointer,
                    "Không có trong danh sách cán bộ vào ngày bắt đầu.",
                    "Not in the staff list on the first day.");
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
