package holdfast.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Verifies a ledger's folder offline, with nothing but its files and public keys, and says what is wrong and
 * where. Every byte of every tile, bundle, checkpoint and key file is looked at.
 */
public final class LedgerVerifier {
    private final Disk disk;
    private final Trust trust;
    private final Findings findings = new Findings();

    private LedgerVerifier(Disk disk, Trust trust) {
        this.disk = disk;
        this.trust = trust;
    }

    /** Verifies by the keys in the folder itself. */
    public static Verification verify(Path folder) throws IOException {
        return verify(new FolderDisk(folder), Trust.NOTHING);
    }

    /**
     * Verifies.
     *
     * @throws IOException only if the folder cannot be listed; a file that cannot be read is a finding
     */
    public static Verification verify(Disk disk, Trust trust) throws IOException {
        return new LedgerVerifier(disk, trust).verify();
    }

    private record Head(Checkpoint checkpoint, List<String> witnesses) {}

    private Verification verify() throws IOException {
        List<NoteKey> folderKeys = keysInFolder();
        Optional<Head> head = head(LedgerFiles.CHECKPOINT, folderKeys, true);
        if (head.isEmpty()) {
            return new Verification("", 0, "", 0, List.of(), findings.breaks(), findings.remarks());
        }
        Checkpoint checkpoint = head.get().checkpoint();
        new TreeCheck(disk, checkpoint, findings).check();
        Optional<Head> witnessed = head(LedgerFiles.WITNESSED, folderKeys, false);
        witnessed.ifPresent(w -> demandExtends(LedgerFiles.WITNESSED, w.checkpoint(), checkpoint));
        trust.earlier().ifPresent(note -> earlier(note, checkpoint, folderKeys));
        remarkOnTrust(folderKeys, checkpoint, witnessed);
        return new Verification(
                checkpoint.origin(),
                checkpoint.size(),
                checkpoint.root().base64(),
                witnessed.map(w -> w.checkpoint().size()).orElse(0L),
                witnessed.map(Head::witnesses).orElse(List.of()),
                findings.breaks(),
                findings.remarks());
    }

    private List<NoteKey> keysInFolder() throws IOException {
        List<NoteKey> keys = new ArrayList<>();
        for (String name : disk.list(LedgerFiles.KEYS)) {
            try {
                keys.add(LedgerFiles.readKey(LedgerFiles.demand(disk, name)));
            } catch (FormatException e) {
                findings.broken(name, e.getMessage() == null ? "is no public key" : e.getMessage());
            }
        }
        return keys;
    }

    private Optional<Head> head(String file, List<NoteKey> folderKeys, boolean needed) throws IOException {
        Optional<byte[]> bytes = disk.read(file);
        if (bytes.isEmpty()) {
            if (needed) {
                findings.broken(file, "is missing: without it nothing says what the ledger should hold");
            }
            return Optional.empty();
        }
        try {
            SignedNote note = SignedNote.parse(bytes.get());
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            return Optional.of(new Head(checkpoint, signatures(file, note, checkpoint, folderKeys)));
        } catch (FormatException e) {
            findings.broken(file, "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Verifies every signature line; gives the names of the witnesses. */
    private List<String> signatures(String file, SignedNote note, Checkpoint checkpoint, List<NoteKey> folderKeys) {
        List<NoteKey> known = new ArrayList<>(trust.keys());
        folderKeys.stream().filter(key -> !known.contains(key)).forEach(known::add);
        List<NoteKey> mustSign = trust.keys().stream()
                .filter(key -> key.type() == NoteKey.Type.ED25519)
                .toList();
        boolean signedByLog = false;
        List<String> witnesses = new ArrayList<>();
        for (SignedNote.Line line : note.signatures()) {
            Optional<NoteKey> key = known.stream().filter(line::isOf).findFirst();
            if (key.isEmpty()) {
                findings.broken(file, "has a signature of '" + line.name() + "' by a key that is not known here");
            } else if (!new SignedNote(note.text(), List.of(line)).isSignedBy(key.get())) {
                findings.broken(file, "has a signature of '" + line.name() + "' that is not valid");
            } else if (key.get().type() == NoteKey.Type.COSIGNATURE_V1) {
                witnesses.add(line.name());
            } else {
                signedByLog |=
                        line.name().equals(checkpoint.origin()) && (mustSign.isEmpty() || mustSign.contains(key.get()));
            }
        }
        if (!signedByLog) {
            findings.broken(
                    file, "carries no valid signature of the log '" + checkpoint.origin() + "' by the key expected");
        }
        return witnesses;
    }

    private void demandExtends(String file, Checkpoint earlier, Checkpoint now) {
        if (!earlier.origin().equals(now.origin())) {
            findings.broken(file, "is of another log, '" + earlier.origin() + "'");
        } else if (earlier.size() > now.size()) {
            findings.broken(
                    file,
                    now.size(),
                    "speaks of " + earlier.size() + " entries, but the ledger now ends at " + now.size()
                            + ": entries were removed");
        } else if (findings.none()) {
            try {
                if (!Proofs.root(new TileReader(disk, now.size()), earlier.size())
                        .equals(earlier.root())) {
                    findings.broken(
                            file,
                            "is not a beginning of this ledger: among the first " + earlier.size()
                                    + " entries history was rewritten");
                }
            } catch (IOException e) {
                findings.broken(file, "cannot be compared: " + e.getMessage());
            }
        }
    }

    private void earlier(SignedNote note, Checkpoint now, List<NoteKey> folderKeys) {
        String name = "the checkpoint seen before";
        try {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            signatures(name, note, checkpoint, folderKeys);
            demandExtends(name, checkpoint, now);
        } catch (FormatException e) {
            findings.broken(name, "cannot be read: " + e.getMessage());
        }
    }

    private void remarkOnTrust(List<NoteKey> folderKeys, Checkpoint checkpoint, Optional<Head> witnessed) {
        if (trust.keys().isEmpty()) {
            for (NoteKey key : folderKeys) {
                findings.remark("key taken from the folder itself; compare it with what you were given: " + key.vkey());
            }
        }
        long covered = witnessed.map(w -> w.checkpoint().size()).orElse(0L);
        if (covered < checkpoint.size()) {
            findings.remark((checkpoint.size() - covered)
                    + " entries at the end are under no witness's cosignature: the holder of the log's key could"
                    + " still replace them");
        }
    }
}
