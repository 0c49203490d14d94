package holdfast.server.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The reference that a person finds in their notice. */
final class References {
    /** Four groups of four, as notices print it. */
    private static final Pattern REFERENCE = Pattern.compile("\\b[0-9A-Z]{4}(-[0-9A-Z]{4}){2,5}\\b");

    private References() {}

    /**
     * Reads a notice that the drill's receiver kept whole, or else the first page of a letter.
     *
     * @throws IOException if no notice holds a reference
     */
    static String fromANotice(Drill drill) throws IOException {
        Path first = drill.folder().mail().resolve("first");
        if (Files.isDirectory(first)) {
            try (Stream<Path> mails = Files.list(first)) {
                for (Path mail : mails.sorted().toList()) {
                    return find(text(mail), mail);
                }
            }
        }
        try (Stream<Path> letters = Files.list(drill.folder().letters())) {
            Path letter = letters.sorted().findFirst().orElseThrow(() -> new IOException("there is no notice to read"));
            return find(Letters.firstPage(letter), letter);
        }
    }

    private static String find(String text, Path from) throws IOException {
        Matcher reference = REFERENCE.matcher(text);
        if (!reference.find()) {
            throw new IOException("no reference stands in the notice " + from);
        }
        return reference.group();
    }

    private static String text(Path mail) throws IOException {
        try (InputStream in = Files.newInputStream(mail)) {
            Object content = new MimeMessage(Session.getInstance(new Properties()), in).getContent();
            return content instanceof String text ? text : Files.readString(mail, UTF_8);
        } catch (MessagingException e) {
            throw new IOException("the notice " + mail + " cannot be read: " + e.getMessage(), e);
        }
    }
}
