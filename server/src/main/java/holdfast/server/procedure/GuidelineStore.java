package holdfast.server.procedure;

import holdfast.server.access.Language;
import holdfast.server.platform.Sql;
import holdfast.server.procedure.Guidelines.Acknowledgement;
import holdfast.server.procedure.Guidelines.NewGuideline;
import holdfast.server.record.ActorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code procedure_guideline}, {@code _text} and {@code procedure_acknowledgement}. */
@Component
class GuidelineStore {

    private final JdbcClient jdbc;

    GuidelineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int add(NewGuideline guideline, ActorId by, Instant at) {
        jdbc.sql("lock table procedure_guideline in share row exclusive mode").update();
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from procedure_guideline")
                .query(Integer.class)
                .single();
        jdbc.sql("insert into procedure_guideline (number, issued_by, issued_at) values (?, ?, ?)")
                .params(number, by.value(), Sql.time(at))
                .update();
        guideline
                .title()
                .forEach((language, title) -> jdbc.sql(
                                "insert into procedure_guideline_text (guideline, language, title, body) values (?, ?, ?, ?)")
                        .params(number, language.name(), title, guideline.text().getOrDefault(language, ""))
                        .update());
        return number;
    }

    Optional<Guideline> guideline(int number) {
        return jdbc.sql("select * from procedure_guideline where number = ?")
                .param(number)
                .query(this::row)
                .optional();
    }

    Optional<Guideline> newest() {
        return jdbc.sql("select * from procedure_guideline order by number desc limit 1")
                .query(this::row)
                .optional();
    }

    List<Guideline> all() {
        return jdbc.sql("select * from procedure_guideline order by number desc")
                .query(this::row)
                .list();
    }

    /** Whether this is new: false if the person had acknowledged it before. */
    boolean acknowledge(int number, ActorId person, Language language, Instant at) {
        return jdbc.sql("""
                        insert into procedure_acknowledgement (guideline, person, language, at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(number, person.value(), language.name(), Sql.time(at))
                        .update()
                == 1;
    }

    Optional<Acknowledgement> acknowledgement(int number, ActorId person) {
        return jdbc.sql("select * from procedure_acknowledgement where guideline = ? and person = ?")
                .params(number, person.value())
                .query(GuidelineStore::acknowledgementRow)
                .optional();
    }

    List<Acknowledgement> acknowledgements(int number) {
        return jdbc.sql("select * from procedure_acknowledgement where guideline = ? order by at, person")
                .param(number)
                .query(GuidelineStore::acknowledgementRow)
                .list();
    }

    private Guideline row(ResultSet row, int index) throws SQLException {
        int number = row.getInt("number");
        Map<Language, String> titles = new EnumMap<>(Language.class);
        Map<Language, String> texts = new EnumMap<>(Language.class);
        jdbc.sql("select * from procedure_guideline_text where guideline = ?")
                .param(number)
                .query(text -> {
                    Language language = Language.valueOf(text.getString("language"));
                    titles.put(language, text.getString("title"));
                    texts.put(language, text.getString("body"));
                });
        return new Guideline(
                number, titles, texts, new ActorId(row.getString("issued_by")), Sql.instant(row, "issued_at"));
    }

    private static Acknowledgement acknowledgementRow(ResultSet row, int index) throws SQLException {
        return new Acknowledgement(
                row.getInt("guideline"),
                new ActorId(row.getString("person")),
                Language.valueOf(row.getString("language")),
                Sql.instant(row, "at"));
    }
}
