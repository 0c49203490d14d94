package holdfast.server.notice;

import holdfast.server.incident.IncidentId;
import holdfast.server.incident.NoticeFigures;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives reports and clocks the figures of notices and enquiries. */
@Component
class FiguresOfNotices implements NoticeFigures {
    private final JdbcClient jdbc;

    FiguresOfNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Figures figures(IncidentId incident) {
        long media = enquiries(incident, "way = 'MEDIA'");
        long all = enquiries(incident, "true");
        return jdbc.sql("""
                        select count(*) as planned,
                            count(*) filter (where state in ('ACCEPTED', 'PRINTED')) as settled,
                            min(settled_at) as first
                        from notice_message where incident = ?
                        """)
                .param(incident.value())
                .query((row, n) -> new Figures(
                        row.getLong("planned"),
                        row.getLong("settled"),
                        Optional.ofNullable(row.getTimestamp("first")).map(Timestamp::toInstant),
                        media,
                        all - media))
                .single();
    }

    private long enquiries(IncidentId incident, String condition) {
        return jdbc.sql("select count(*) from notice_enquiry where incident = ? and " + condition)
                .param(incident.value())
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Instant> completedAt(IncidentId incident) {
        return jdbc.sql("""
                        select max(done_at) as last from notice_batch where incident = ?
                        having count(*) > 0 and count(*) = count(done_at)
                        """)
                .param(incident.value())
                .query((row, n) -> row.getTimestamp("last").toInstant())
                .optional();
    }
}
