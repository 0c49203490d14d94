package holdfast.server.record;

import holdfast.ledger.AddCheckpoint;
import holdfast.ledger.Checkpoint;
import holdfast.ledger.FormatException;
import holdfast.ledger.Log;
import holdfast.ledger.NoteKey;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks each witness to cosign the newest checkpoint, and notes what it said. */
@Service
class WitnessRound implements Witnesses {
    private final JdbcClient jdbc;
    private final LedgerHome home;
    private final Recorder recorder;
    private final WitnessClient client;

    WitnessRound(JdbcClient jdbc, LedgerHome home, Recorder recorder, WitnessClient client) {
        this.jdbc = jdbc;
        this.home = home;
        this.recorder = recorder;
        this.client = client;
    }

    private record Known(String name, URI url, String vkey, long size, String trouble) {}

    @Override
    @Transactional
    public String follow(WitnessAddress address, ActorId by) {
        NoteKey key;
        try {
            key = NoteKey.parse(address.vkey());
        } catch (FormatException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        if (key.type() != NoteKey.Type.COSIGNATURE_V1) {
            throw new IllegalArgumentException("this is a log's key, not a witness's: " + address.vkey());
        }
        jdbc.sql("""
                        insert into record_witness (name, url, vkey) values (?, ?, ?)
                        on conflict (name) do update set url = excluded.url, vkey = excluded.vkey, trouble = ''
                        """).params(key.name(), address.url().toString(), key.vkey()).update();
        recorder.record(
                by,
                "witness.followed",
                Map.of("url", address.url().toString(), "key", key.vkey()),
                new Ref("ledger", home.origin()));
        return key.name();
    }

    @Override
    public String ledgerKey() {
        return home.log().publicKey().vkey();
    }

    List<Status.WitnessState> states() {
        return known().stream()
                .map(w -> new Status.WitnessState(w.name(), w.size(), w.trouble()))
                .toList();
    }

    private List<Known> known() {
        return jdbc.sql("select name, url, vkey, size, trouble from record_witness order by name")
                .query((row, _) -> new Known(
                        row.getString("name"),
                        URI.create(row.getString("url")),
                        row.getString("vkey"),
                        row.getLong("size"),
                        row.getString("trouble")))
                .list();
    }

    /** Asks all that have not yet cosigned the newest checkpoint. Never throws because of a witness. */
    void ask() {
        Log ledger = home.log();
        for (Known witness : known()) {
            long size = ledger.checkpoint().size();
            if (witness.size() != size || !witness.trouble().isEmpty()) {
                note(witness, ask(ledger, witness));
            }
        }
    }

    private record Said(long size, String trouble) {}

    private Said ask(Log ledger, Known witness) {
        try {
            NoteKey key = NoteKey.parse(witness.vkey());
            long from = witness.size();
            for (int attempt = 0; attempt < 2; attempt++) {
                Checkpoint head = ledger.checkpoint();
                if (from > head.size()) {
                    return new Said(
                            from,
                            "has cosigned " + from + " entries, but this ledger has only " + head.size()
                                    + ": it was put back to an older state");
                }
                AddCheckpoint request = new AddCheckpoint(from, ledger.consistency(from), ledger.note());
                switch (client.add(witness.url(), request)) {
                    case WitnessClient.Reply.Lines lines -> {
                        return keep(ledger, key, head, lines);
                    }
                    case WitnessClient.Reply.OtherSize other -> from = other.size();
                    case WitnessClient.Reply.Refusal refusal -> {
                        return new Said(witness.size(), refusal.why());
                    }
                }
            }
            return new Said(from, "said twice that it had cosigned another size");
        } catch (IOException | FormatException e) {
            return new Said(
                    witness.size(),
                    "cannot be asked: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Said(witness.size(), "was not waited for");
        }
    }

    private Said keep(Log ledger, NoteKey key, Checkpoint head, WitnessClient.Reply.Lines lines) throws IOException {
        for (var line : lines.lines()) {
            try {
                if (ledger.cosigned(line, key)) {
                    return new Said(head.size(), "");
                }
            } catch (IOException e) {
                home.failed();
                throw e;
            }
        }
        return new Said(head.size(), "answered without a valid cosignature of its key");
    }

    private void note(Known witness, Said said) {
        if (said.size() != witness.size() || !said.trouble().equals(witness.trouble())) {
            jdbc.sql("update record_witness set size = ?, trouble = ? where name = ?")
                    .params(said.size(), said.trouble(), witness.name())
                    .update();
        }
    }
}
