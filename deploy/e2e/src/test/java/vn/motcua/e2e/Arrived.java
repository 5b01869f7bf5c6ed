package vn.motcua.e2e;

import java.util.List;
import vn.motcua.local.outside.carrier.ParcelView;
import vn.motcua.local.outside.mail.MailEntry;
import vn.motcua.local.outside.sms.SmsView;

/** What reached the outside world, whoever sent it and however often. */
final class Arrived {

    private Arrived() {}

    /** @param phone as it was given, 0912… */
    static List<SmsView.Message> sms(String phone) {
        var to = "+84" + phone.substring(1);
        return Province.platform().outside().sms().messages().stream()
                .filter(one -> to.equals(one.to()))
                .toList();
    }

    static List<String> texts(String phone) {
        return sms(phone).stream().map(SmsView.Message::content).toList();
    }

    static List<MailEntry> mails(String address) {
        return Province.platform().outside().mail().messages().stream()
                .filter(one -> address.equals(one.to()))
                .toList();
    }

    /** Orders for the dossier, in the order in which they were made; cancelled ones among them. */
    static List<ParcelView.Parcel> parcels(Office.Seen dossier) {
        return Province.platform().outside().parcels().parcels().stream()
                .filter(one -> one.orderNumber().startsWith(dossier.code()))
                .toList();
    }
}
