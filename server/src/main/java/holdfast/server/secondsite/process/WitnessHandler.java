package holdfast.server.secondsite.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.ledger.AddCheckpoint;
import holdfast.ledger.Disk;
import holdfast.ledger.FormatException;
import holdfast.ledger.NoteKey;
import holdfast.ledger.Witness;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The witness over HTTP as C2SP tlog-witness says ({@code POST /witness/add-checkpoint}), and beside it
 * {@code GET /witness/key} and, with the token, {@code PUT /witness/log}: the key of the one log of an origin. A
 * log's key, once told, is not replaced from outside.
 */
final class WitnessHandler implements Handler {
    private static final int MAX_BODY = 1 << 20;
    private static final String LOGS = "trusted/";

    private final Witness witness;
    private final Disk disk;
    private final AlarmBell bell;
    private final String token;

    WitnessHandler(Witness witness, Disk disk, AlarmBell bell, String token) throws IOException {
        this.witness = witness;
        this.disk = disk;
        this.bell = bell;
        this.token = token;
        for (String file : disk.list("trusted")) {
            try {
                witness.trust(NoteKey.parse(new String(disk.read(file).orElseThrow(), UTF_8).strip()));
            } catch (FormatException e) {
                throw new IOException("the log's key in " + file + " is damaged: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void handle(Request request) throws IOException, Request.Refused {
        switch (request.rest()) {
            case "key" -> request.answer(200, witness.publicKey().vkey() + "\n");
            case "log" -> {
                request.demandMethod("PUT");
                request.demandToken(token);
                trust(request);
            }
            case "add-checkpoint" -> {
                request.demandMethod("POST");
                add(request);
            }
            default -> throw new Request.Refused(404, "there is nothing here");
        }
    }

    private synchronized void trust(Request request) throws IOException, Request.Refused {
        try {
            NoteKey key = NoteKey.parse(new String(request.body(4096), UTF_8).strip());
            if (key.type() != NoteKey.Type.ED25519) {
                throw new Request.Refused(422, "this is no log's key");
            }
            String file = LOGS + HexFormat.of().formatHex(key.name().getBytes(UTF_8));
            Optional<byte[]> known = disk.read(file);
            if (known.isPresent() && !new String(known.get(), UTF_8).strip().equals(key.vkey())) {
                throw new Request.Refused(409, "the log " + key.name() + " is known by another key, which is kept");
            }
            disk.replace(file, (key.vkey() + "\n").getBytes(UTF_8));
            witness.trust(key);
            request.answer(200, "");
        } catch (FormatException e) {
            throw new Request.Refused(422, String.valueOf(e.getMessage()));
        }
    }

    private void add(Request request) throws IOException, Request.Refused {
        try {
            switch (witness.add(AddCheckpoint.parse(request.body(MAX_BODY)))) {
                case Witness.Answer.Cosigned cosigned ->
                    request.answer(200, cosigned.line().text());
                case Witness.Answer.OtherSize other ->
                    request.answer(409, "text/x.tlog.size", (other.size() + "\n").getBytes(UTF_8));
                case Witness.Answer.NotTrusted no -> throw new Request.Refused(no.knownOrigin() ? 403 : 404, no.why());
                case Witness.Answer.Rewritten rewritten -> {
                    bell.ring(
                            "ledger-rewritten",
                            rewritten.size() + "",
                            "The ledger's history: " + rewritten.why()
                                    + ". Both checkpoints are kept at the second site as evidence.");
                    throw new Request.Refused(422, rewritten.why());
                }
            }
        } catch (FormatException e) {
            throw new Request.Refused(400, String.valueOf(e.getMessage()));
        }
    }
}
