package vn.motcua.local.outside.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.local.outside.Fault;
import vn.motcua.local.outside.Provider;
import vn.motcua.local.outside.TestWorld;

class MailSinkIT {

    @TempDir
    private Path directory;

    private TestWorld world;

    @BeforeEach
    void open() {
        world = TestWorld.in(directory);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private MimeMessage message(String requestId) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(world.smtpPort()));
        properties.put("mail.smtp.timeout", "1500");
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("motcua@backan.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("an@example.com"));
        message.setSubject("Hồ sơ H03.01-220608-0001 đã được tiếp nhận", "UTF-8");
        message.setText("Kính gửi ông/bà,\nhồ sơ đã được tiếp nhận.", "UTF-8");
        message.setSentDate(new Date(0));
        message.setHeader("X-Motcua-Request-Id", requestId);
        return message;
    }

    @Test
    void aMessageIsRecordedDecoded() throws Exception {
        Transport.send(message("m-1"));

        MailView seen = world.client().mail();
        assertThat(seen.accepted()).isEqualTo(1);
        MailEntry mail = seen.messages().get(0);
        assertThat(mail.requestId()).isEqualTo("m-1");
        assertThat(mail.from()).isEqualTo("motcua@backan.example");
        assertThat(mail.to()).isEqualTo("an@example.com");
        assertThat(mail.subject()).isEqualTo("Hồ sơ H03.01-220608-0001 đã được tiếp nhận");
        assertThat(mail.text()).isEqualTo("Kính gửi ông/bà,\nhồ sơ đã được tiếp nhận.");
        assertThat(mail.messageId()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Motcua-Request-Id", "Message-ID", "Subject", "Date"})
    void aMessageWithoutOneOfItsHeadersIsRefused(String header) throws Exception {
        MimeMessage message = message("m-1");
        message.saveChanges();
        message.removeHeader(header);

        // Not Transport.send: it would put back what is missing.
        try (Transport transport = message.getSession().getTransport("smtp")) {
            transport.connect();
            assertThatThrownBy(() -> transport.sendMessage(message, message.getAllRecipients()))
                    .hasStackTraceContaining("554");
        }
        assertThat(world.client().mail().accepted()).isZero();
        assertThat(world.client().mail().refused()).isEqualTo(1);
    }

    @Test
    void aMessageToTwoIsRefused() throws Exception {
        MimeMessage message = message("m-1");
        message.addRecipient(Message.RecipientType.TO, new InternetAddress("binh@example.com"));

        assertThatThrownBy(() -> Transport.send(message)).hasStackTraceContaining("554");
    }

    @Test
    void anEmptyTextIsRefused() throws Exception {
        MimeMessage message = message("m-1");
        message.setText(" ", "UTF-8");

        assertThatThrownBy(() -> Transport.send(message)).hasStackTraceContaining("the text is missing");
    }

    @Test
    void whatIsSentTwiceArrivesTwiceAndIsShown() throws Exception {
        Transport.send(message("m-1"));
        Transport.send(message("m-1"));

        MailView seen = world.client().mail();
        assertThat(seen.accepted()).isEqualTo(2);
        assertThat(seen.repeats()).isEqualTo(1);
        assertThat(seen.messages().get(1).repeat()).isTrue();
    }

    @Test
    void aRefusingServerSaysThatItIsForNow() throws Exception {
        world.client().fault(Provider.MAIL, Fault.of(Fault.Mode.REFUSE).forNext(1));

        assertThatThrownBy(() -> Transport.send(message("m-1"))).hasStackTraceContaining("451");
        Transport.send(message("m-1"));
        assertThat(world.client().mail().accepted()).isEqualTo(1);
        assertThat(world.client().mail().repeats()).isZero();
    }

    @Test
    void acceptThenTimeOutRecordsAndNeverAnswers() throws Exception {
        world.client().fault(Provider.MAIL, Fault.of(Fault.Mode.ACCEPT_THEN_TIMEOUT));

        assertThatThrownBy(() -> Transport.send(message("m-1"))).hasStackTraceContaining("timed out");
        assertThat(world.client().mail().accepted()).isEqualTo(1);
    }

    @Test
    void aLostMessageIsNotRecorded() throws Exception {
        world.client().fault(Provider.MAIL, Fault.of(Fault.Mode.LOSE));

        assertThatThrownBy(() -> Transport.send(message("m-1"))).hasStackTraceContaining("timed out");
        assertThat(world.client().mail().accepted()).isZero();
    }

    @Test
    void aRestartForgetsNothing() throws Exception {
        Transport.send(message("m-1"));
        world.close();
        world = TestWorld.in(directory);

        Transport.send(message("m-1"));
        assertThat(world.client().mail().repeats()).isEqualTo(1);
    }
}
