package vn.motcua.dossier.staff;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.staff.roster.Absence;
import vn.motcua.dossier.staff.roster.Officer;
import vn.motcua.dossier.staff.roster.Roster;

/** Reading the list and saying who is away, one short method each. Reads the database, so that what was answered is seen. */
@ApplicationScoped
class StaffBook {

    private static final int MOST_ABSENCES = 50;
    private static final int LONGEST_DAYS = 731;

    /** @param tag of the ETag */
    record Answer(PersonView view, long tag) {}

    private final StaffStore store;
    private final DelegationStore delegations;
    private final StaffCopy copy;
    private final BusinessDays days;

    StaffBook(StaffStore store, DelegationStore delegations, StaffCopy copy, BusinessDays days) {
        this.store = store;
        this.delegations = delegations;
        this.copy = copy;
        this.days = days;
    }

    /** A unit's posts and those below it on a day (today if null), by account, after an account. */
    Uni<List<OfficerView>> list(String unit, LocalDate asked, String after, int limit) {
        var day = asked == null ? days.today() : asked;
        return store.ofUnit(unit, day, after, limit)
                .flatMap(posts -> store.absences(
                                posts.stream().map(Officer::account).toList(), day)
                        .map(away -> {
                            var roster = Roster.of(posts, away, List.of());
                            return posts.stream()
                                    .map(post -> OfficerView.of(
                                            post,
                                            roster.absentUntil(post.account(), day)
                                                    .orElse(null)))
                                    .toList();
                        }));
    }

    /** 404 for whom the caller may not see. */
    Uni<Answer> person(Caller who, String account) {
        return found(who, account).flatMap(person -> answer(who, person));
    }

    /** Replaces the absences that are not over. 403, 404, 412 if the person changed meanwhile, 422. Once it is so already, it is answered as done. */
    Uni<Answer> replaceAbsences(Caller who, String account, long version, List<Absence> wanted) {
        var today = days.today();
        return found(who, account).flatMap(person -> {
            if (!StaffRights.mayChangeAbsences(who, account, person.posts(), today)) {
                throw StaffProblems.notYours();
            }
            check(wanted, person, today);
            return isSo(person, wanted, today)
                    ? answer(who, person)
                    : store.replaceAbsences(account, version, today, wanted)
                            .onFailure(StaffStore::isOverlap)
                            .transform(overlap -> overlap())
                            .flatMap(moved -> moved.isPresent()
                                    ? copy.look().onFailure().recoverWithNull().chain(() -> person(who, account))
                                    : notMoved(who, account, version, wanted, today));
        });
    }

    /** Somebody was quicker, perhaps this very request. */
    private Uni<Answer> notMoved(Caller who, String account, long version, List<Absence> wanted, LocalDate today) {
        return found(who, account).flatMap(person -> {
            if (isSo(person, wanted, today)) {
                return answer(who, person);
            }
            throw Problem.of(ProblemType.STALE)
                    .detail(
                            "Đã có thay đổi kể từ ETag \"" + version + "\"; hãy đọc lại.",
                            "It has changed since ETag \"" + version + "\"; read it again.")
                    .with("currentETag", "\"" + person.version() + "\"");
        });
    }

    private Uni<StaffStore.Person> found(Caller who, String account) {
        return store.person(account)
                .map(found -> found.filter(person -> StaffRights.maySee(who, account, person.posts(), days.today()))
                        .orElseThrow(StaffProblems::notFound));
    }

    private Uni<Answer> answer(Caller who, StaffStore.Person person) {
        var reasons = StaffRights.mayChangeAbsences(who, person.account(), person.posts(), days.today());
        return delegations
                .about(person.account(), days.today())
                .map(each -> new Answer(PersonView.of(person, each, reasons), person.version()));
    }

    private static boolean isSo(StaffStore.Person person, List<Absence> wanted, LocalDate today) {
        var current = person.absences().stream()
                .filter(absence -> !absence.to().isBefore(today))
                .toList();
        return current.equals(
                wanted.stream().sorted(Comparator.comparing(Absence::from)).toList());
    }

    private static void check(List<Absence> wanted, StaffStore.Person person, LocalDate today) {
        if (wanted.size() > MOST_ABSENCES) {
            throw StaffProblems.rule(
                    "/absences", "Tối đa " + MOST_ABSENCES + " lần vắng.", "At most " + MOST_ABSENCES + " absences.");
        }
        for (int i = 0; i < wanted.size(); i++) {
            var absence = wanted.get(i);
            var place = "/absences/" + i;
            if (absence.from() == null || absence.to() == null || absence.reason() == null) {
                throw StaffProblems.required(
                        place + (absence.from() == null ? "/from" : absence.to() == null ? "/to" : "/reason"));
            }
            if (absence.to().isBefore(absence.from())
                    || absence.to().isAfter(absence.from().plusDays(LONGEST_DAYS))) {
                throw StaffProblems.rule(
                        place + "/to",
                        "Không trước ngày bắt đầu và không quá hai năm.",
                        "Not before the first day, and at most two years.");
            }
            if (absence.to().isBefore(today)) {
                throw StaffProblems.rule(
                        place + "/to",
                        "Đã qua; lần vắng đã kết thúc không sửa được.",
                        "It is over; absences that are over are not changed.");
            }
        }
        if (Overlaps.any(wanted) || overlapsHistory(wanted, person, today)) {
            throw overlap();
        }
    }

    private static boolean overlapsHistory(List<Absence> wanted, StaffStore.Person person, LocalDate today) {
        return person.absences().stream()
                .filter(absence -> absence.to().isBefore(today))
                .anyMatch(past -> wanted.stream().anyMatch(one -> Overlaps.share(past, one)));
    }

    private static Problem overlap() {
        return StaffProblems.rule(
                "/absences",
                "Hai lần vắng có ngày trùng nhau, kể cả với lần đã qua.",
                "Two absences share a day, those that are over included.");
    }
}
