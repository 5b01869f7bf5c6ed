package vn.motcua.local.outside.carrier;

/** The account at the carrier: the header {@code token} and the customer's code. */
public record CarrierSettings(String token, String customerCode) {

    @Override
    public String toString() {
        return "carrier's customer " + customerCode;
    }
}
