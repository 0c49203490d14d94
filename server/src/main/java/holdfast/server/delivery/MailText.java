package holdfast.server.delivery;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/**
 * A plain-text message as the bytes that go over the wire (RFC 5322, MIME, UTF-8). What many messages share is encoded
 * once. Thread-safe.
 */
public final class MailText {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

    private final String head;

    /**
     * What is the same in every message.
     *
     * @param fromName shown beside the sender's address
     * @param date when the messages were made, in the office's zone
     */
    public MailText(String from, String fromName, String subject, Locale language, Instant date, ZoneId zone) {
        this.head = "From: " + address(from, fromName) + "\r\nSubject: " + MimeUtility.fold(9, encoded(subject))
                + "\r\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atZone(zone)) + "\r\nContent-Language: "
                + language.toLanguageTag()
                + "\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n";
    }

    /**
     * One message.
     *
     * @param messageId in angle brackets, never used for another
     */
    public byte[] to(String address, String name, String messageId, String body) {
        String personal = "To: " + address(address, name) + "\r\nMessage-ID: " + messageId + "\r\n\r\n";
        String text = LINES.encodeToString(body.getBytes(StandardCharsets.UTF_8));
        return (head + personal + text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String address(String address, String name) {
        try {
            return new InternetAddress(address, name, "UTF-8").toString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    private static String encoded(String subject) {
        try {
            return MimeUtility.encodeText(subject, "UTF-8", "B");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }
}
