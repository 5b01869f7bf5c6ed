package vn.motcua.local.outside.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import vn.motcua.local.clock.SharedClock;
import vn.motcua.local.outside.Fault;
import vn.motcua.local.outside.FaultSwitch;
import vn.motcua.local.outside.Ledger;

/** An SMTP server on the loopback address that delivers nowhere. A message has at most 256 KiB. What is wrong is refused with 554 and said; a fault refuses with 451. */
public final class MailSink implements AutoCloseable {

    private static final int MAX_MESSAGE_BYTES = 256 * 1024;
    private static final long UNTIL_THE_CLIENT_GAVE_UP_SECONDS = 60;

    private final FaultSwitch faults;
    private final SharedClock clock;
    private final Ledger<MailEntry> ledger;
    private final Set<String> acceptedIds = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final SMTPServer server;

    public MailSink(Path directory, int port, FaultSwitch faults, SharedClock clock) {
        this.faults = faults;
        this.clock = clock;
        this.ledger = new Ledger<>(directory.resolve("mail.jsonl"), MailEntry.class);
        ledger.all().stream().filter(MailEntry::accepted).forEach(mail -> acceptedIds.add(mail.requestId()));
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .hideTLS()
                .maxMessageSize(MAX_MESSAGE_BYTES)
                .maxRecipients(10)
                .messageHandlerFactory(context -> new Incoming())
                .build();
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** All that was seen, in order. */
    public MailView view() {
        List<MailEntry> all = ledger.all();
        List<MailEntry> messages = all.stream().filter(MailEntry::accepted).toList();
        List<MailEntry> refusals = all.stream().filter(mail -> !mail.accepted()).toList();
        int repeats = (int) messages.stream().filter(MailEntry::repeat).count();
        return new MailView(messages.size(), repeats, refusals.size(), messages, refusals);
    }

    public synchronized void forget() {
        ledger.forget();
        acceptedIds.clear();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop();
    }

    private synchronized MailEntry judge(String from, List<String> recipients, byte[] data, String fault)
            throws IOException {
        MailEntry read =
                new MailCheck().read(from, recipients, new ByteArrayInputStream(data), Instant.now(), clock.now());
        String error = fault == null ? read.error() : fault;
        boolean repeat = error == null && !acceptedIds.add(read.requestId());
        MailEntry entry = new MailEntry(
                read.at(),
                read.businessAt(),
                read.requestId(),
                read.messageId(),
                read.from(),
                read.to(),
                read.subject(),
                read.text(),
                repeat,
                error);
        ledger.append(entry);
        return entry;
    }

    /** One message on its way in. */
    private final class Incoming implements MessageHandler {

        private final List<String> recipients = new ArrayList<>();
        private String from;

        @Override
        public void from(String address) {
            from = address;
        }

        @Override
        public void recipient(String address) {
            recipients.add(address);
        }

        @Override
        public String data(InputStream stream) throws RejectException, IOException {
            byte[] data = stream.readAllBytes();
            Fault fault = faults.next();
            if (fault.mode() == Fault.Mode.LOSE) {
                throw silence();
            }
            if (fault.mode() == Fault.Mode.REFUSE) {
                judge(from, recipients, data, "the mail server is out of order");
                throw new RejectException(451, "Requested action aborted: out of order");
            }
            MailEntry entry = judge(from, recipients, data, null);
            if (fault.mode() == Fault.Mode.ACCEPT_THEN_TIMEOUT) {
                throw silence();
            }
            if (fault.mode() == Fault.Mode.DELAY) {
                hold(fault.delayMillis());
            }
            if (!entry.accepted()) {
                throw new RejectException(554, entry.error());
            }
            return "OK";
        }

        @Override
        public void done() {
            // Nothing is held.
        }

        private DropConnectionException silence() {
            hold(TimeUnit.SECONDS.toMillis(UNTIL_THE_CLIENT_GAVE_UP_SECONDS));
            return new DropConnectionException("gone");
        }

        private void hold(long millis) {
            try {
                closing.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
