package holdfast.server.incident;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office's particulars for reports and letters. What is missing stays visibly open in a report. */
@Service
public class OfficeProfile {
    private final JdbcClient jdbc;
    private final Permits permits;
    private final Recorder recorder;

    OfficeProfile(JdbcClient jdbc, Permits permits, Recorder recorder) {
        this.jdbc = jdbc;
        this.permits = permits;
        this.recorder = recorder;
    }

    /**
     * Sets particulars; a blank value removes one.
     *
     * @param by an administrator or the data protection officer
     */
    @Transactional
    public void set(Map<ProfileField, String> values, ActorId by) {
        permits.demand(by, Role.ADMINISTRATOR, Role.DPO);
        values.forEach((field, value) -> {
            jdbc.sql("delete from incident_profile where field = ?")
                    .param(field.name())
                    .update();
            if (!value.isBlank()) {
                jdbc.sql("insert into incident_profile (field, value) values (?, ?)")
                        .params(field.name(), value.strip())
                        .update();
            }
        });
        recorder.record(
                by,
                "profile.set",
                Map.of(
                        "fields",
                        values.keySet().stream().map(Enum::name).sorted().toList()),
                new Ref("settings", "office"));
    }

    /** All that is set. */
    public Map<ProfileField, String> all() {
        Map<ProfileField, String> values = new EnumMap<>(ProfileField.class);
        jdbc.sql("select field, value from incident_profile").query(row -> {
            values.put(ProfileField.valueOf(row.getString(1)), row.getString(2));
        });
        return values;
    }

    public Optional<String> of(ProfileField field) {
        return Optional.ofNullable(all().get(field));
    }

    /** What is not set yet. */
    public List<ProfileField> missing() {
        Map<ProfileField, String> values = all();
        return java.util.Arrays.stream(ProfileField.values())
                .filter(field -> !values.containsKey(field))
                .toList();
    }
}
