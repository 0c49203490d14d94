package holdfast.server.notice;

import holdfast.server.delivery.MailRoute;
import holdfast.server.platform.SecretFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What a sender's process is told: by a file of mode 0600 that it deletes when it has read it, so that neither the
 * database's password nor the mail server's stands on a command line.
 *
 * @param startedAt the application's time at the start; in a drill not the system's
 * @param perSecond at most so many mails a second; 0 for no limit
 * @param letters the folder of printed letters
 */
record SenderJob(
        String jdbcUrl,
        String user,
        String password,
        String incident,
        MailRoute route,
        Instant startedAt,
        int perSecond,
        Path letters) {

    void write(Path file) throws IOException {
        Properties p = new Properties();
        p.setProperty("jdbc", jdbcUrl);
        p.setProperty("user", user);
        p.setProperty("password", password);
        p.setProperty("incident", incident);
        p.setProperty("mail.host", route.host());
        p.setProperty("mail.port", Integer.toString(route.port()));
        p.setProperty("mail.security", route.security().name());
        p.setProperty("mail.from", route.from());
        route.login().ifPresent(login -> {
            p.setProperty("mail.login", login.user());
            p.setProperty("mail.password", login.password());
        });
        p.setProperty("started", startedAt.toString());
        p.setProperty("per-second", Integer.toString(perSecond));
        p.setProperty("letters", letters.toString());
        StringWriter text = new StringWriter();
        p.store(text, null);
        SecretFile.write(file, text.toString());
    }

    /** Reads and deletes the file. */
    static SenderJob take(Path file) throws IOException {
        Properties p = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            p.load(in);
        }
        Files.delete(file);
        Optional<MailRoute.Login> login = Optional.ofNullable(p.getProperty("mail.login"))
                .map(user -> new MailRoute.Login(user, p.getProperty("mail.password", "")));
        MailRoute route = new MailRoute(
                need(p, "mail.host"),
                Integer.parseInt(need(p, "mail.port")),
                MailRoute.Security.valueOf(need(p, "mail.security")),
                login,
                need(p, "mail.from"));
        return new SenderJob(
                need(p, "jdbc"),
                need(p, "user"),
                need(p, "password"),
                need(p, "incident"),
                route,
                Instant.parse(need(p, "started")),
                Integer.parseInt(need(p, "per-second")),
                Path.of(need(p, "letters")));
    }

    private static String need(Properties p, String key) {
        String value = p.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("the sender's instructions lack '" + key + "'");
        }
        return value;
    }

    @Override
    public String toString() {
        return "SenderJob[incident " + incident + ", secrets not shown]";
    }
}
