package vn.motcua.notification.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.notification.contacts.Contact;
import vn.motcua.notification.contacts.EmailAddress;
import vn.motcua.notification.contacts.MobileNumber;
import vn.motcua.notification.notices.Channel;
import vn.motcua.notification.notices.Letter;
import vn.motcua.notification.notices.Masked;
import vn.motcua.notification.notices.NoticeId;
import vn.motcua.notification.notices.NoticeState;
import vn.motcua.notification.notices.Obligations;
import vn.motcua.notification.notices.Occasion;
import vn.motcua.notification.notices.Phrasebook;
import vn.motcua.notification.notices.Reasons;
import vn.motcua.notification.notices.SmsText;

/** Decides what is written to whom: at most one notice for each channel that was given and asked for. Without state and clock. */
final class Planner {

    private final Phrasebook phrasebook;
    private final Obligations obligations;
    private final Duration staleAfter;
    private final int mostParts;

    /**
     * @param obligations what may be left out
     * @param staleAfter events recorded longer ago are not told without an operator's word
     * @param mostParts messages that one SMS may be cut into
     */
    Planner(Phrasebook phrasebook, Obligations obligations, Duration staleAfter, int mostParts) {
        this.phrasebook = phrasebook;
        this.obligations = obligations;
        this.staleAfter = staleAfter;
        this.mostParts = mostParts;
    }

    /** Whether that is told at all to somebody whose dossier stands under that rule set (its year; null if unknown). */
    boolean tells(String legalProfile, Occasion occasion) {
        return obligations.tells(legalProfile, occasion.wording());
    }

    /**
     * The notices of one live event, in the order of channels.
     *
     * @param now real time: a replay is one by the wall clock, whatever day the dossiers live in
     */
    List<Draft> plan(EventAttributes event, Occasion occasion, Contact contact, Instant now) {
        var drafts = new ArrayList<Draft>(2);
        var staleReason = stale(event, now) ? Reasons.STALE : null;
        if (contact.sms() && contact.phone() != null) {
            drafts.add(sms(event, occasion, contact, staleReason));
        }
        if (contact.mail() && contact.email() != null) {
            drafts.add(email(event, occasion, contact, staleReason));
        }
        return drafts;
    }

    /** An event of unknown age may be any age. */
    private boolean stale(EventAttributes event, Instant now) {
        return event.recordedtime() == null || event.recordedtime().isBefore(now.minus(staleAfter));
    }

    private Draft sms(EventAttributes event, Occasion occasion, Contact contact, String staleReason) {
        var phone = MobileNumber.e164(contact.phone());
        var letter = phrasebook.sms(occasion, contact.language());
        if (SmsText.of(letter.text()).parts() > mostParts) {
            letter = phrasebook.shortSms(occasion, contact.language());
        }
        int parts = SmsText.of(letter.text()).parts();
        var reason = phone.isEmpty() ? Reasons.NOT_A_MOBILE : parts > mostParts ? Reasons.TOO_LONG : staleReason;
        return draft(event, contact, letter, Channel.SMS, phone, phone.map(Masked::phone), parts, reason);
    }

    private Draft email(EventAttributes event, Occasion occasion, Contact contact, String staleReason) {
        var address = EmailAddress.of(contact.email());
        var letter = phrasebook.email(occasion, contact.language());
        var reason = address.isEmpty() ? Reasons.NOT_AN_ADDRESS : staleReason;
        return draft(event, contact, letter, Channel.EMAIL, address, address.map(Masked::email), null, reason);
    }

    private static Draft draft(
            EventAttributes event,
            Contact contact,
            Letter letter,
            Channel channel,
            Optional<String> address,
            Optional<String> masked,
            Integer parts,
            String reason) {
        return new Draft(
                NoticeId.of(event.id(), channel),
                event.id(),
                contact.dossier(),
                contact.code(),
                contact.agency(),
                letter,
                channel,
                address.orElse(null),
                masked.orElse(null),
                parts,
                reason == null ? NoticeState.PLANNED : NoticeState.SUPPRESSED,
                reason,
                event.time(),
                event.recordedtime());
    }
}
