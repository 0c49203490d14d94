package holdfast.server.notice;

import holdfast.server.platform.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sender's view of the notices. One connection, one thread; each method is one transaction. */
final class NoticeTable implements AutoCloseable {
    /** A mail marked as being sent. */
    record Mail(long id, long batch, String address, String name, String reference, String messageId) {
        @Override
        public String toString() {
            return "Mail[" + id + ", the rest not shown]";
        }
    }

    /** What became of a mail. */
    record Result(long id, String state, String said, String digest, Instant at) {}

    /** Letters that are not printed yet. */
    record LetterBatch(long id, String category, Wording wording) {}

    /** One letter: the address as lines, and the name for the salutation. */
    record Letter(long id, String address, String name, String reference) {
        @Override
        public String toString() {
            return "Letter[" + id + ", the rest not shown]";
        }
    }

    private final Connection connection;

    private NoticeTable(Connection connection) {
        this.connection = connection;
    }

    static NoticeTable open(SenderJob job) throws SQLException {
        Connection connection = Sender.connect(job);
        connection.setAutoCommit(false);
        return new NoticeTable(connection);
    }

    /** Makes this process the incident's only sender, until its connection ends, however it ends. */
    boolean claimIncident(String incident) throws SQLException {
        // The database may take a moment to notice that a killed sender is gone.
        for (int i = 0; i < 50; i++) {
            if (lock("select pg_try_advisory_lock(hashtextextended(?, 1301))", incident)) {
                return true;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
        }
        return false;
    }

    /** Held by each line of a sender while it lives, so that a later sender can wait for the last of their commits. */
    void join(String incident) throws SQLException {
        lock("select pg_advisory_lock_shared(hashtextextended(?, 1302)) is not null", incident);
    }

    private boolean lock(String sql, String incident) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement(sql)) {
            s.setString(1, incident);
            try (ResultSet row = s.executeQuery()) {
                row.next();
                boolean mine = row.getBoolean(1);
                connection.commit();
                return mine;
            }
        }
    }

    /** What a sender that is dead left as being sent may have been accepted. */
    void doubtWhatWasBeingSent(String incident) throws SQLException {
        // Until the last line of the dead sender is gone, it might still commit a mark.
        lock("select pg_advisory_xact_lock(hashtextextended(?, 1302)) is not null", incident);
        try (PreparedStatement s = connection.prepareStatement("""
                update notice_message set state = 'IN_DOUBT', result = 'the sender ended before the reply was recorded'
                where incident = ? and state = 'SENDING' and channel = 'EMAIL'
                """)) {
            s.setString(1, incident);
            s.executeUpdate();
        }
        connection.commit();
    }

    long waiting(String incident) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("""
                select count(*) from notice_message m join notice_batch b on b.id = m.batch
                where m.incident = ? and m.state = 'WAITING' and b.state = 'APPROVED'
                """)) {
            s.setString(1, incident);
            try (ResultSet row = s.executeQuery()) {
                row.next();
                long n = row.getLong(1);
                connection.commit();
                return n;
            }
        }
    }

    long[] waitingMails(String incident) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("""
                select m.id from notice_message m join notice_batch b on b.id = m.batch
                where m.incident = ? and m.state = 'WAITING' and m.channel = 'EMAIL' and b.state = 'APPROVED'
                order by m.id
                """)) {
            s.setString(1, incident);
            s.setFetchSize(10_000);
            java.util.stream.LongStream.Builder ids = java.util.stream.LongStream.builder();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            connection.commit();
            return ids.build().toArray();
        }
    }

    /** Settles one unit and marks the next, durably, in one commit; returns those marked. */
    List<Mail> settleAndMark(List<Result> results, long[] unit) throws SQLException {
        write(results);
        List<Mail> marked = new ArrayList<>(unit.length);
        try (PreparedStatement s = connection.prepareStatement("""
                update notice_message set state = 'SENDING', tries = tries + 1
                where id = any (?) and state = 'WAITING'
                returning id, batch, address, name, reference, message_id
                """)) {
            s.setArray(1, array("bigint", java.util.Arrays.stream(unit).boxed().toArray()));
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    marked.add(new Mail(
                            row.getLong(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)));
                }
            }
        }
        connection.commit();
        return marked;
    }

    void settle(List<Result> results) throws SQLException {
        write(results);
        connection.commit();
    }

    private void write(List<Result> results) throws SQLException {
        if (results.isEmpty()) {
            return;
        }
        try (PreparedStatement s = connection.prepareStatement("""
                update notice_message m set state = r.state, result = r.result, digest = r.digest,
                    settled_at = case when r.state in ('ACCEPTED', 'REFUSED') then r.at end
                from unnest(?, ?, ?, ?, ?) as r (id, state, result, digest, at)
                where m.id = r.id and m.state = 'SENDING'
                """)) {
            s.setArray(1, array("bigint", results.stream().map(Result::id).toArray()));
            s.setArray(2, array("text", results.stream().map(Result::state).toArray()));
            s.setArray(3, array("text", results.stream().map(Result::said).toArray()));
            s.setArray(4, array("text", results.stream().map(Result::digest).toArray()));
            s.setArray(
                    5,
                    array(
                            "timestamptz",
                            results.stream().map(r -> Sql.time(r.at())).toArray()));
            s.executeUpdate();
        }
    }

    private Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    Wording wording(long batch) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("select wording from notice_batch where id = ?")) {
            s.setLong(1, batch);
            try (ResultSet row = s.executeQuery()) {
                row.next();
                return Wording.parse(row.getString(1));
            }
        }
    }

    List<LetterBatch> unprintedBatches(String incident) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("""
                select b.id, b.category, b.wording from notice_batch b
                where b.incident = ? and b.state = 'APPROVED' and b.channel = 'LETTER'
                and exists (select 1 from notice_message m where m.batch = b.id and m.state = 'WAITING')
                order by b.id
                """)) {
            s.setString(1, incident);
            List<LetterBatch> batches = new ArrayList<>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    batches.add(new LetterBatch(row.getLong(1), row.getString(2), Wording.parse(row.getString(3))));
                }
            }
            connection.commit();
            return batches;
        }
    }

    List<Letter> letters(long batch) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement(
                "select id, address, name, reference from notice_message where batch = ? order by id")) {
            s.setLong(1, batch);
            List<Letter> letters = new ArrayList<>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    letters.add(new Letter(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
                }
            }
            connection.commit();
            return letters;
        }
    }

    /** All letters of a batch lie in the finished file. */
    void printed(long batch, String file, String digest, Instant at) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("""
                update notice_message set state = 'PRINTED', result = ?, digest = ?, settled_at = ?
                where batch = ? and state = 'WAITING'
                """)) {
            s.setString(1, file);
            s.setString(2, digest);
            s.setObject(3, Sql.time(at));
            s.setLong(4, batch);
            s.executeUpdate();
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
