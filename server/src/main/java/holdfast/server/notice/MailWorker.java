package holdfast.server.notice;

import holdfast.server.delivery.Handed;
import holdfast.server.delivery.MailLine;
import holdfast.server.delivery.MailText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One line to the mail server and one to the database. For each unit: the marks 'sending' are durable before the first
 * byte of a message leaves; the results of a unit and the marks of the next are one commit.
 */
final class MailWorker implements AutoCloseable {
    /** After so many failures in a row the server is taken to be away, and the rest waits. */
    private static final int PATIENCE = 5;

    private final MailLine line;
    private final NoticeTable table;
    private final MailQueue queue;
    private final long startedNanos = System.nanoTime();
    private final Instant startedAt;
    private final Map<Long, Prepared> prepared = new HashMap<>();
    private int failuresInARow;

    /** What is the same in all mails of a batch. */
    private record Prepared(Wording wording, MailText text) {}

    MailWorker(SenderJob job, NoticeTable table, MailQueue queue) {
        this.line = new MailLine(job.route());
        this.table = table;
        this.queue = queue;
        this.startedAt = job.startedAt();
        this.from = job.route().from();
    }

    private final String from;

    /** Sends until the queue is empty; false if something was left. */
    boolean work() throws SQLException {
        boolean all = true;
        List<NoticeTable.Result> results = new ArrayList<>();
        for (long[] unit = queue.take(); unit.length > 0; unit = queue.take()) {
            List<NoticeTable.Mail> mails = table.settleAndMark(results, unit);
            results.clear();
            for (NoticeTable.Mail mail : mails) {
                NoticeTable.Result result = failuresInARow >= PATIENCE
                        ? new NoticeTable.Result(mail.id(), "WAITING", "the mail server is away", "", now())
                        : send(mail);
                all &= !"WAITING".equals(result.state());
                results.add(result);
            }
        }
        table.settle(results);
        return all;
    }

    private NoticeTable.Result send(NoticeTable.Mail mail) throws SQLException {
        queue.throttle().pass();
        byte[] message = compose(mail);
        Handed handed = line.hand(mail.address(), message);
        failuresInARow = handed instanceof Handed.NotHanded ? failuresInARow + 1 : 0;
        return switch (handed) {
            case Handed.Accepted a -> result(mail, "ACCEPTED", a.reply(), message);
            case Handed.Refused r when r.permanent() -> result(mail, "REFUSED", r.reply(), message);
            case Handed.Refused r -> result(mail, "WAITING", r.reply(), message);
            case Handed.NotHanded n -> result(mail, "WAITING", n.why(), message);
            case Handed.InDoubt d -> result(mail, "IN_DOUBT", d.why(), message);
        };
    }

    private byte[] compose(NoticeTable.Mail mail) throws SQLException {
        Prepared batch = prepared.get(mail.batch());
        if (batch == null) {
            batch = prepare(table.wording(mail.batch()));
            prepared.put(mail.batch(), batch);
        }
        return batch.text()
                .to(
                        mail.address(),
                        mail.name(),
                        mail.messageId(),
                        batch.wording().mail(mail.name(), mail.reference()));
    }

    private Prepared prepare(Wording wording) {
        MailText text = new MailText(
                from,
                wording.senderName(),
                wording.title(),
                Locale.forLanguageTag(wording.language()),
                wording.dated(),
                ZoneId.of(wording.zone()));
        return new Prepared(wording, text);
    }

    private NoticeTable.Result result(NoticeTable.Mail mail, String state, String said, byte[] message) {
        return new NoticeTable.Result(mail.id(), state, said, sha256(message), now());
    }

    /** The application's time at the start, and what has passed since. */
    private Instant now() {
        return startedAt.plusNanos(System.nanoTime() - startedNanos);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
