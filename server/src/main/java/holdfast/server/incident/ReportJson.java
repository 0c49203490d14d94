package holdfast.server.incident;

import holdfast.server.incident.ReportField.Section;
import holdfast.server.incident.ReportField.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The same report for programs: every field with its value or who is to answer, and its source. */
final class ReportJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportJson() {}

    static String of(Form form, ReportHead head, IncidentId incident, int version, List<Section> sections) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("form", form.name());
        report.put("title", head.title());
        report.put("authority", form.authority());
        report.put("addressee", head.addressee());
        report.put("marking", head.marking());
        report.put("incident", incident.value());
        report.put("reference", head.reference());
        report.put("version", version);
        report.put("status", head.status());
        report.put("basis", head.basis());
        report.put("clock", head.clockWords());
        report.put("openFields", head.open());
        report.put("sections", sections.stream().map(ReportJson::section).toList());
        return JSON.writeValueAsString(report);
    }

    private static Map<String, Object> section(Section section) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("title", section.title());
        map.put("fields", section.fields().stream().map(ReportJson::field).toList());
        return map;
    }

    private static Map<String, Object> field(ReportField field) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", field.id());
        map.put("label", field.label());
        switch (field.value()) {
            case Value.Text text -> map.put("value", text.text());
            case Value.Choices choices ->
                map.put(
                        "chosen",
                        choices.choices().stream()
                                .filter(Value.Choice::chosen)
                                .map(Value.Choice::label)
                                .toList());
            case Value.Table table -> map.put("rows", rows(table));
            case Value.Open open -> map.put("open", Map.of("by", open.by(), "hint", open.hint()));
            case Value.LeftEmpty empty -> map.put("leftEmpty", empty.why());
        }
        if (!field.source().isEmpty()) {
            map.put("source", field.source());
        }
        return map;
    }

    private static List<Map<String, String>> rows(Value.Table table) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> row : table.rows()) {
            Map<String, String> map = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                String head = table.head().get(i);
                map.put(head.isEmpty() ? "where" : head, row.get(i));
            }
            rows.add(map);
        }
        return rows;
    }
}
