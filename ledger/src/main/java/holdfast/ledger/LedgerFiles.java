package holdfast.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The files of a ledger's folder beside its tiles. */
final class LedgerFiles {
    /** The newest checkpoint, signed by the log, and cosigned once the witnesses have answered. */
    static final String CHECKPOINT = "checkpoint";
    /** The newest checkpoint that carries a cosignature; older than the other, or the same. */
    static final String WITNESSED = "checkpoint.witnessed";
    /** Public keys: one vkey and a newline each. */
    static final String KEYS = "keys";

    static final String LOG_KEY = KEYS + "/log.vkey";

    private LedgerFiles() {}

    static byte[] demand(Disk disk, String name) throws IOException {
        return disk.read(name).orElseThrow(() -> new FileNotFoundException(name + " is missing in " + disk));
    }

    static byte[] keyFile(NoteKey key) {
        return (key.vkey() + "\n").getBytes(UTF_8);
    }

    static NoteKey readKey(byte[] file) throws FormatException {
        String text = SignedNote.decode(file);
        if (!text.endsWith("\n")) {
            throw new FormatException("a key file is one line that ends in a newline");
        }
        return NoteKey.parse(text.substring(0, text.length() - 1));
    }

    /** Every key kept in the folder, the log's and the witnesses'. */
    static List<NoteKey> readKeys(Disk disk) throws IOException, FormatException {
        List<NoteKey> keys = new ArrayList<>();
        for (String name : disk.list(KEYS)) {
            try {
                keys.add(readKey(demand(disk, name)));
            } catch (FormatException e) {
                throw new FormatException(name + ": " + e.getMessage());
            }
        }
        return keys;
    }

    /** Where a witness's key lies: its name may hold what a file name may not. */
    static String witnessKeyFile(NoteKey witness) {
        return KEYS + "/witness-%08x.vkey".formatted(witness.keyId());
    }
}
