package vn.motcua.postal.ordering;

import java.util.List;

/**
 * An order as the carrier takes it.
 *
 * @param orderNumber our key: the same number is the same parcel
 * @param weightGrams 1 to 30,000
 * @param codAmount đồng to collect from the recipient
 * @param flag what the parcel is for
 */
record CarrierOrder(
        String orderNumber,
        String customerCode,
        String service,
        Party sender,
        Party receiver,
        List<Content> contents,
        int weightGrams,
        long codAmount,
        String flag) {

    static final String RETURN_RESULT = "RETURN_RESULT";

    /** Never the people: this may end up in a log. */
    @Override
    public String toString() {
        return "CarrierOrder[" + orderNumber + "]";
    }

    /** One end of the way. */
    record Party(String name, String address, String phone) {

        /** Whether the carrier can find somebody there. */
        boolean complete() {
            return filled(name) && filled(address) && filled(phone);
        }

        private static boolean filled(String text) {
            return text != null && !text.isBlank();
        }

        @Override
        public String toString() {
            return "Party[…]";
        }
    }

    /** What lies in the parcel. */
    record Content(String name, int count) {}
}
