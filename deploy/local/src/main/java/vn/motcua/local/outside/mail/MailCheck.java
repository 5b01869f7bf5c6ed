package vn.motcua.local.outside.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** Takes a message apart and finds what is wrong with it. */
final class MailCheck {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final List<String> faults = new ArrayList<>();

    /** The entry for a message that came in under these envelope addresses; its error is null when nothing is wrong. */
    MailEntry read(String from, List<String> recipients, InputStream data, Instant at, Instant businessAt)
            throws IOException {
        try {
            MimeMessage message = new MimeMessage(SESSION, data);
            if (recipients.size() != 1) {
                faults.add("not exactly one recipient");
            }
            String to = recipients.get(0);
            if (!Set.of(address(message, "To")).equals(Set.of(to))) {
                faults.add("To is not the envelope's recipient");
            }
            if (!address(message, "From").equals(from)) {
                faults.add("From is not the envelope's sender");
            }
            if (message.getHeader("Date") == null) {
                faults.add("Date is missing");
            }
            String subject = text("Subject", message.getSubject(), 200);
            String text = text("the text", plain(message), 20_000);
            return new MailEntry(
                    at,
                    businessAt,
                    header(message, MailEntry.REQUEST_ID_HEADER),
                    header(message, "Message-ID"),
                    from,
                    to,
                    subject,
                    text,
                    false,
                    faults.isEmpty() ? null : String.join("; ", faults));
        } catch (MessagingException e) {
            return new MailEntry(
                    at, businessAt, null, null, from, recipients.get(0), null, null, false, "not a message: " + e);
        }
    }

    private String header(MimeMessage message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        if (values == null || values.length != 1 || values[0].isBlank()) {
            faults.add(name + " is missing or repeated");
            return null;
        }
        return values[0].strip();
    }

    private static String address(MimeMessage message, String header) throws MessagingException {
        String value = message.getHeader(header, null);
        if (value == null) {
            return "";
        }
        int open = value.lastIndexOf('<');
        return (open < 0 ? value : value.substring(open + 1).replaceFirst(">.*", "")).strip();
    }

    private String text(String name, String value, int max) {
        if (value == null || value.isBlank()) {
            faults.add(name + " is missing");
        } else if (value.length() > max) {
            faults.add(name + " is longer than " + max);
        } else if (value.indexOf('\uFFFD') >= 0) {
            faults.add(name + " has characters that are none");
        } else if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            faults.add(name + " is not in composed form (NFC)");
        }
        return value;
    }

    private static String plain(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString().replace("\r\n", "\n").strip();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = plain(inner);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
