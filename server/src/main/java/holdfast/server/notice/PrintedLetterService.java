package holdfast.server.notice;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.incident.IncidentId;
import holdfast.server.platform.DataFolder;
import holdfast.server.platform.Sql;
import holdfast.server.platform.Unknown;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class PrintedLetterService implements PrintedLetters {
    private final JdbcClient jdbc;
    private final DataFolder folder;
    private final Permits permits;
    private final Recorder recorder;

    PrintedLetterService(JdbcClient jdbc, DataFolder folder, Permits permits, Recorder recorder) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.permits = permits;
        this.recorder = recorder;
    }

    @Override
    @Transactional(readOnly = true)
    public List<LetterFile> letters(IncidentId incident) {
        return jdbc.sql("""
                        select batch, result, digest, count(*) as pages, max(settled_at) as at
                        from notice_message where incident = ? and state = 'PRINTED'
                        group by batch, result, digest order by batch
                        """)
                .param(incident.value())
                .query((row, n) -> new LetterFile(
                        new BatchId(row.getLong("batch")),
                        row.getString("result"),
                        row.getLong("pages"),
                        size(row.getString("result")),
                        row.getString("digest"),
                        Sql.instant(row, "at")))
                .list();
    }

    private long size(String name) {
        // The sender wrote the name; File.length answers 0 where there is none.
        return folder.letters().resolve(name).toFile().length();
    }

    @Override
    public Path fetch(IncidentId incident, BatchId batch, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER);
        LetterFile letter = letters(incident).stream()
                .filter(one -> one.batch().equals(batch))
                .findFirst()
                .orElseThrow(() -> new Unknown("refused.batch-no-letters", batch, incident));
        Path file = folder.letters().resolve(letter.name());
        if (!Files.isReadable(file)) {
            throw new Unknown("refused.letters-gone", letter.name());
        }
        recorder.record(
                by,
                "notice.letters-fetched",
                Map.of("file", letter.name(), "pages", letter.pages(), "digest", letter.digest()),
                batch.ref(),
                incident.ref());
        return file;
    }
}
