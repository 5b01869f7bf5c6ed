package vn.motcua.e2e;

/** How much the outside world has got in all, and how often something that it had got before. */
record Sent(int sms, int smsRepeats, int mails, int mailRepeats, int orders, int orderRepeats) {

    static Sent now() {
        var outside = Province.platform().outside();
        var sms = outside.sms();
        var mail = outside.mail();
        var parcels = outside.parcels();
        return new Sent(
                sms.accepted(), sms.repeats(), mail.accepted(), mail.repeats(), parcels.orders(), parcels.repeats());
    }
}
