package holdfast.server.custody;

import holdfast.server.media.CaseId;
import holdfast.server.media.Classification;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.Entry;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Ref;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people have said and done with a case before it goes. */
@Component
class DeclarationStore {

    private final JdbcClient jdbc;
    private final LedgerBook book;

    DeclarationStore(JdbcClient jdbc, LedgerBook book) {
        this.jdbc = jdbc;
        this.book = book;
    }

    void add(CaseDeclaration declaration, ActorId by, Instant at) {
        jdbc.sql("""
                insert into custody_declaration (case_id, declared_at, declared_by, label, key_material)
                values (?, ?, ?, ?, ?)""")
                .param(declaration.box().value())
                .param(Sql.time(at))
                .param(by.value())
                .param(declaration.label().map(Enum::name).orElse(null))
                .param(declaration.keyMaterial().toArray(String[]::new))
                .update();
    }

    Optional<CaseDeclaration> newest(CaseId box) {
        return jdbc.sql("select * from custody_declaration where case_id = ? order by seq desc limit 1")
                .param(box.value())
                .query((row, index) -> new CaseDeclaration(
                        box,
                        Optional.ofNullable(row.getString("label")).map(Classification::valueOf),
                        Arrays.asList((String[]) row.getArray("key_material").getArray())))
                .optional();
    }

    /** Who put the present seal on, as the record says. */
    Optional<ActorId> sealedBy(CaseId box) {
        List<Entry> entries = book.about(new Ref("case", box.value()));
        return entries.reversed().stream()
                .filter(entry -> entry.act().equals("case.sealed"))
                .findFirst()
                .map(Entry::actor);
    }
}
