package vn.motcua.dossier.lifecycle;

import java.util.Set;

/** Where a dossier stands. {@link #next()} says which arrows can exist; {@link Transition} and the guards in {@link Dossier} say which one does. */
public enum DossierStatus {
    SUBMITTED("mới đăng ký", "submitted"),
    ACCEPTED("đã được tiếp nhận", "accepted"),
    REFUSED("không được tiếp nhận", "refused"),
    PROCESSING("đang xử lý", "in processing"),
    SUPPLEMENT_REQUIRED("đang chờ bổ sung giấy tờ", "waiting for papers"),
    PAYMENT_REQUIRED("đang chờ thực hiện nghĩa vụ tài chính", "waiting for payment"),
    WITHDRAWN("đã được rút", "withdrawn"),
    STOPPED("đã dừng xử lý", "stopped"),
    COMPLETED("đã xử lý xong", "completed"),
    RETURNED("đã trả kết quả", "returned");

    private final String vi;
    private final String en;

    DossierStatus(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    /** Exhaustive on purpose, no default: a new status does not compile until its arrows are drawn. */
    public Set<DossierStatus> next() {
        return switch (this) {
            // To STOPPED from anywhere but an end: a dossier can turn out never to have belonged there.
            case SUBMITTED -> Set.of(ACCEPTED, REFUSED, SUPPLEMENT_REQUIRED, WITHDRAWN, STOPPED);
            case ACCEPTED -> Set.of(PROCESSING, SUPPLEMENT_REQUIRED, PAYMENT_REQUIRED, WITHDRAWN, COMPLETED, STOPPED);
            case PROCESSING -> Set.of(SUPPLEMENT_REQUIRED, PAYMENT_REQUIRED, WITHDRAWN, STOPPED, COMPLETED);
            // Back to where it was asked: to SUBMITTED and REFUSED only before acceptance.
            case SUPPLEMENT_REQUIRED -> Set.of(SUBMITTED, REFUSED, ACCEPTED, PROCESSING, WITHDRAWN, STOPPED);
            case PAYMENT_REQUIRED -> Set.of(ACCEPTED, PROCESSING, WITHDRAWN, STOPPED);
            case STOPPED -> Set.of(PROCESSING);
            case COMPLETED -> Set.of(RETURNED, PROCESSING, STOPPED);
            case REFUSED, WITHDRAWN, RETURNED -> Set.of();
        };
    }

    /** Whether nothing can follow. */
    public boolean isFinal() {
        return next().isEmpty();
    }

    /** The words of the status within a Vietnamese sentence: "Hồ sơ …". */
    public String vi() {
        return vi;
    }

    /** The words of the status within an English sentence: "The dossier is …". */
    public String en() {
        return en;
    }
}
