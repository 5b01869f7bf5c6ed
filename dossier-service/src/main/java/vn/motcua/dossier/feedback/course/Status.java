package vn.motcua.dossier.feedback.course;

import java.util.Set;

/** Where feedback stands. {@link #next()} says which arrows can exist; {@link Arrow} says which step goes along them. */
public enum Status {
    RECEIVED("mới tiếp nhận", "received"),
    PROCESSING("đang xử lý", "in processing"),
    SUPPLEMENT_REQUIRED("đang chờ bổ sung thông tin", "waiting for more from its author"),
    ANSWERED("đã trả lời", "answered"),
    PUBLISHED("đã công khai trả lời", "answered in public"),
    REFUSED("không được tiếp nhận xử lý", "refused");

    private final String vi;
    private final String en;

    Status(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    /** Exhaustive on purpose, no default: a new status does not compile until its arrows are drawn. */
    public Set<Status> next() {
        return switch (this) {
            case RECEIVED -> Set.of(PROCESSING, REFUSED);
            case PROCESSING -> Set.of(SUPPLEMENT_REQUIRED, ANSWERED);
            case SUPPLEMENT_REQUIRED -> Set.of(PROCESSING, REFUSED);
            case ANSWERED -> Set.of(PUBLISHED);
            case PUBLISHED, REFUSED -> Set.of();
        };
    }

    /** Within a Vietnamese sentence. */
    public String vi() {
        return vi;
    }

    /** Within an English sentence. */
    public String en() {
        return en;
    }
}
