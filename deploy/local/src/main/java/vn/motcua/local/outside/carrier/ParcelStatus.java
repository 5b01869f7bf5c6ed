package vn.motcua.local.outside.carrier;

import java.util.Map;

/** The carrier's status numbers and their names. */
public final class ParcelStatus {

    /** From here on the carrier holds the parcel, and the order can no longer be cancelled. */
    public static final int PICKED_UP = 6;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0, "Nháp"),
            Map.entry(1, "Đã tạo"),
            Map.entry(2, "Bưu tá nhận yêu cầu"),
            Map.entry(3, "Chờ xác nhận"),
            Map.entry(4, "Đang lấy"),
            Map.entry(5, "Lấy không thành công"),
            Map.entry(PICKED_UP, "Đã lấy"),
            Map.entry(7, "Bưu cục đã nhận"),
            Map.entry(8, "Lấy thất bại"),
            Map.entry(9, "Hủy thu gom"),
            Map.entry(10, "Đang vận chuyển"),
            Map.entry(11, "Đến bưu cục phát"),
            Map.entry(12, "Đang giao"),
            Map.entry(13, "Chuyển tiếp"),
            Map.entry(14, "Đã giao"),
            Map.entry(15, "Giao không thành công"),
            Map.entry(16, "Chờ hoàn"),
            Map.entry(17, "Duyệt hoàn"),
            Map.entry(18, "Bắt đầu chuyển hoàn"),
            Map.entry(19, "Trả hàng thành công"),
            Map.entry(20, "Trả một phần"),
            Map.entry(21, "Đã trả COD"),
            Map.entry(22, "Hủy giao"),
            Map.entry(23, "Giao một phần"),
            Map.entry(24, "Đang chuyển hoàn"),
            Map.entry(28, "Trả phí ship"),
            Map.entry(29, "Hủy trả phí ship"));

    private ParcelStatus() {}

    /** The name that the carrier shows; null for a number it does not know. */
    public static String name(int status) {
        return NAMES.get(status);
    }
}
