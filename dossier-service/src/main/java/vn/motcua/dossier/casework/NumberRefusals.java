package vn.motcua.dossier.casework;

import java.time.Instant;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** Why numbers are not given out, and why a dossier does not come in under one that it brings along. */
public final class NumberRefusals {

    private NumberRefusals() {}

    public static Problem noBlock() {
        return Problem.of(ProblemType.NOT_FOUND).detail("Không có dải số này.", "There is no such block of numbers.");
    }

    public static Problem keyReused() {
        return Refusals.keyReused();
    }

    /** @throws Problem 409 for a number that has its dossier, or a closed block; 422 for a time that is out of turn */
    static void check(OfflineStore.Block block, OfflineStore.Neighbours beside, int number, Instant at) {
        if (beside.used()) {
            throw Problem.of(ProblemType.BARRED)
                    .detail(
                            "Mã " + block.code(number) + " đã có hồ sơ.",
                            "There is a dossier " + block.code(number) + " already.")
                    .with("reason", "NUMBER_USED");
        }
        if (block.closed()) {
            throw Problem.of(ProblemType.BARRED)
                    .detail(
                            "Dải số đã đóng; các số chưa dùng đã bị hủy. Xin tiếp nhận hồ sơ với mã mới.",
                            "The block is closed and its unused numbers are void; take the dossier in under a new code.")
                    .with("reason", "BLOCK_CLOSED");
        }
        if (!beside.admit(at)) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .pointer(
                            "/receivedAt",
                            "Không theo thứ tự số: số nhỏ hơn không được nhận muộn hơn.",
                            "Out of the order of the numbers: a lower one is not received later.");
        }
    }
}
