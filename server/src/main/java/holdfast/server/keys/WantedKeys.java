package holdfast.server.keys;

import holdfast.crypto.KeyState;
import holdfast.server.platform.Sql;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each key should be in every store: the table {@code keys_wanted}. */
@Repository
class WantedKeys {
    private final JdbcClient jdbc;

    WantedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KeyState> wanted(Barcode cartridge) {
        return jdbc.sql("select state from keys_wanted where barcode = ?")
                .param(cartridge.value())
                .query((row, _) -> KeyState.valueOf(row.getString("state")))
                .optional();
    }

    void want(Barcode cartridge, KeyState state, Instant since) {
        jdbc.sql("""
                insert into keys_wanted (barcode, state, since) values (?, ?, ?)
                on conflict (barcode) do update set state = excluded.state, since = excluded.since, settled = false
                """).params(cartridge.value(), state.name(), Sql.time(since)).update();
    }

    /** Every store said that it is so; nothing if something else has been wanted since. */
    void settled(Barcode cartridge, KeyState state) {
        jdbc.sql("update keys_wanted set settled = true where barcode = ? and state = ?")
                .params(cartridge.value(), state.name())
                .update();
    }

    List<Barcode> unsettled() {
        return jdbc.sql("select barcode from keys_wanted where not settled order by barcode")
                .query((row, _) -> new Barcode(row.getString("barcode")))
                .list();
    }
}
