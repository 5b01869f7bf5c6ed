package vn.motcua.dossier.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.staff.roster.Absence;
import vn.motcua.dossier.staff.roster.Delegation;
import vn.motcua.dossier.staff.roster.Officer;
import vn.motcua.dossier.staff.roster.Position;
import vn.motcua.dossier.staff.roster.StaffRole;

/**
 * Somebody of the staff.
 *
 * @param posts by first day, past and future ones too
 * @param absences by first day, past ones too
 * @param delegations given and received that hold today or will
 */
@Schema(name = "StaffMember")
record PersonView(String account, List<PostView> posts, List<AbsenceView> absences, List<DelegationView> delegations) {

    /** @param validTo last day; absent until further notice */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Post")
    record PostView(
            String name, String unit, Position position, List<String> roles, LocalDate validFrom, LocalDate validTo) {

        static PostView of(Officer post) {
            return new PostView(
                    post.name(),
                    post.unit(),
                    post.position(),
                    post.roles().stream().map(StaffRole::word).sorted().toList(),
                    post.validFrom(),
                    post.validTo());
        }
    }

    /** @param reason for the officer and who leads or administers the unit; absent for others */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Absence")
    record AbsenceView(LocalDate from, LocalDate to, Absence.Reason reason) {}

    static PersonView of(StaffStore.Person person, List<Delegation> delegations, boolean withReasons) {
        return new PersonView(
                person.account(),
                person.posts().stream().map(PostView::of).toList(),
                person.absences().stream()
                        .map(absence ->
                                new AbsenceView(absence.from(), absence.to(), withReasons ? absence.reason() : null))
                        .toList(),
                delegations.stream().map(DelegationView::of).toList());
    }
}
