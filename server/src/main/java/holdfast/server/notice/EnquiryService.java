package holdfast.server.notice;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.incident.HkidGuard;
import holdfast.server.incident.IncidentId;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.NotNow;
import holdfast.server.platform.Sql;
import holdfast.server.platform.Unknown;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class EnquiryService implements Enquiries {
    private final JdbcClient jdbc;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;

    EnquiryService(JdbcClient jdbc, Permits permits, Recorder recorder, InstantSource clock) {
        this.jdbc = jdbc;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public Enquiry log(IncidentId incident, Way way, String reference, String question, String answer, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.SITE_OFFICER, Role.OPERATOR);
        if (question.isBlank()) {
            throw new Invalid("refused.asked-missing");
        }
        HkidGuard.refuse(question + "\n" + answer);
        Instant now = clock.instant();
        long id = jdbc.sql("""
                        insert into notice_enquiry (incident, way, at, reference, question, answer, by_whom, answered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(java.util.Arrays.asList(
                        incident.value(),
                        way.name(),
                        Sql.time(now),
                        reference.strip(),
                        question.strip(),
                        answer.strip(),
                        by.value(),
                        answer.isBlank() ? null : Sql.time(now)))
                .query(Long.class)
                .single();
        // Question and answer may name a person: the ledger says only that there was one.
        recorder.record(
                by, "enquiry.logged", Map.of("enquiry", id, "way", way, "answered", !answer.isBlank()), incident.ref());
        return enquiry(id);
    }

    @Override
    public void answer(long enquiry, String answer, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.SITE_OFFICER, Role.OPERATOR);
        if (answer.isBlank()) {
            throw new Invalid("refused.answered-missing");
        }
        HkidGuard.refuse(answer);
        Enquiry open = enquiry(enquiry);
        if (open.answeredAt().isPresent()) {
            throw new NotNow("refused.enquiry-answered", enquiry);
        }
        jdbc.sql("update notice_enquiry set answer = ?, answered_at = ? where id = ?")
                .params(answer.strip(), Sql.time(clock.instant()), enquiry)
                .update();
        recorder.record(
                by,
                "enquiry.answered",
                Map.of("enquiry", enquiry),
                open.incident().ref());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Enquiry> enquiries(IncidentId incident) {
        return jdbc.sql("select * from notice_enquiry where incident = ? order by id desc")
                .param(incident.value())
                .query(EnquiryService::read)
                .list();
    }

    private Enquiry enquiry(long id) {
        return jdbc.sql("select * from notice_enquiry where id = ?")
                .param(id)
                .query(EnquiryService::read)
                .optional()
                .orElseThrow(() -> new Unknown("refused.enquiry-unknown", id));
    }

    private static Enquiry read(ResultSet row, int n) throws SQLException {
        return new Enquiry(
                row.getLong("id"),
                new IncidentId(row.getString("incident")),
                Way.valueOf(row.getString("way")),
                Sql.instant(row, "at"),
                row.getString("reference"),
                row.getString("question"),
                row.getString("answer"),
                new ActorId(row.getString("by_whom")),
                Sql.instantOrEmpty(row, "answered_at"));
    }
}
