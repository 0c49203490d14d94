package holdfast.server.notice;

import holdfast.server.incident.IncidentId;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes planned notices into the database, some thousands a statement, in the caller's transaction. */
@Component
class NoticeLoader {
    private static final int ROWS = 4000;
    private static final String INSERT = """
            insert into notice_message
                (id, batch, incident, person, channel, reference_hash, message_id, reference, name, address)
            select id, ?, ?, person, ?, sha256(reference::bytea), '<' || id || ?, reference, name, address
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                as n (id, person, reference, name, address)
            """;

    private final JdbcClient jdbc;
    private final SecureRandom random;

    NoticeLoader(JdbcClient jdbc, SecureRandom random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /** @param domain of the Message-IDs */
    void load(IncidentId incident, BatchId batch, List<PlannedNotice> notices, String domain) {
        byte[] token = new byte[8];
        random.nextBytes(token);
        String rest = "." + HexFormat.of().formatHex(token) + "@" + domain + ">";
        long next = firstId(notices.size());
        for (int from = 0; from < notices.size(); from += ROWS) {
            List<PlannedNotice> some = notices.subList(from, Math.min(notices.size(), from + ROWS));
            insert(incident, batch, some, next, rest);
            next += some.size();
        }
    }

    private void insert(IncidentId incident, BatchId batch, List<PlannedNotice> notices, long firstId, String rest) {
        int n = notices.size();
        Long[] ids = new Long[n];
        String[] persons = new String[n];
        String[] references = new String[n];
        String[] names = new String[n];
        String[] addresses = new String[n];
        for (int i = 0; i < n; i++) {
            PlannedNotice notice = notices.get(i);
            ids[i] = firstId + i;
            persons[i] = notice.person();
            references[i] = Reference.random(random);
            names[i] = storable(notice.name());
            addresses[i] = storable(notice.address());
        }
        Channel channel = notices.getFirst().channel();
        jdbc.sql(INSERT)
                .params(
                        batch.value(),
                        incident.value(),
                        channel.name(),
                        rest,
                        ids,
                        persons,
                        references,
                        names,
                        addresses)
                .update();
    }

    /** PostgreSQL keeps no NUL in text; no name has one that means anything. */
    private static String storable(String text) {
        return text.replace('\0', ' ');
    }

    private long firstId(int count) {
        long last = jdbc.sql("select setval('notice_message_ids', nextval('notice_message_ids') + ?)")
                .param(count)
                .query(Long.class)
                .single();
        return last - count;
    }
}
