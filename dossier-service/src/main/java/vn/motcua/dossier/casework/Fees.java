package vn.motcua.dossier.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dossier.casework.OpeningRequest.ReliefRequest;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.events.CatalogueEntry.Fee;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.lifecycle.Bill;
import vn.motcua.dossier.lifecycle.Bill.Line;
import vn.motcua.dossier.lifecycle.Bill.Relief;

/** What a procedure's version costs, as the lifecycle knows it, and why somebody pays less. Thread-safe, from memory. */
@ApplicationScoped
public class Fees {

    private static final int MOST_RELIEFS = 20;
    private static final String PURPOSE = "FEE_RELIEF";

    private final Catalogue catalogue;

    Fees(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What a dossier of that version costs; nothing where the version is not known here. */
    public Bill bill(String procedure, int version) {
        return catalogue.procedure(procedure, version).map(Fees::bill).orElse(Bill.NONE);
    }

    /** What a dossier of a procedure costs by the tariff. */
    public static Bill bill(Procedure procedure) {
        List<Fee> fees = procedure.fees() == null ? List.of() : procedure.fees();
        return Bill.of(fees.stream()
                .map(fee -> Line.of(
                        fee.code(),
                        Bill.Kind.valueOf(fee.kind().name()),
                        Bill.Timing.valueOf(fee.timing().name()),
                        fee.amount()))
                .toList());
    }

    /** Reliefs as given, checked against what can be relieved. */
    public List<Relief> reliefs(List<ReliefRequest> given, Bill bill, Faults faults) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > MOST_RELIEFS) {
            faults.rule("/reliefs", "Nhiều nhất " + MOST_RELIEFS + " khoản.", "At most " + MOST_RELIEFS + ".");
            return List.of();
        }
        var read = new ArrayList<Relief>();
        for (int i = 0; i < given.size(); i++) {
            var one = given.get(i);
            var place = "/reliefs/" + i;
            if (one == null) {
                faults.rule(place, "Không được để trống.", "This is required.");
                continue;
            }
            fee(place + "/fee", one.fee(), bill, faults);
            if (one.reduction() != null && one.reduction() < 1) {
                faults.rule(place + "/reduction", "Số nguyên đồng, từ 1.", "In whole đồng, from 1.");
            }
            reason(place + "/reason", one.reason(), faults);
            read.add(new Relief(one.fee(), one.reduction(), one.reason()));
        }
        return read;
    }

    private static void fee(String place, String code, Bill bill, Faults faults) {
        if (bill.lines().stream().noneMatch(line -> line.code().equals(code))) {
            faults.unknown(place, "Hồ sơ không có khoản thu này.", "The dossier has no such fee.");
        }
    }

    private void reason(String place, String code, Faults faults) {
        if (code == null) {
            faults.rule(place, "Không được để trống.", "This is required.");
        } else if (catalogue
                .reason(code)
                .filter(reason -> PURPOSE.equals(reason.purpose()))
                .isEmpty()) {
            faults.unknown(
                    place,
                    "Không có lý do miễn, giảm này trong danh mục.",
                    "No such reason for relief is in the catalogue.");
        }
    }
}
