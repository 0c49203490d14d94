package holdfast.vault.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import holdfast.storage.ObjectName;
import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.model.VaultException;
import java.util.Arrays;

/**
 * The kinds of objects in a vault. Every object starts with six letters, a version (u16) and, but for the config
 * that defines it, the vault's id (16 bytes).
 */
public enum ObjectKind {
    CONFIG("HFCONF", "config"),
    SLOT("HFSLOT", "key slot"),
    ENROLMENT("HFENRL", "enrolment"),
    REVOCATION("HFREVO", "revocation"),
    PACK("HFPACK", "pack"),
    INDEX("HFINDX", "index part"),
    SNAPSHOT("HFSNAP", "snapshot"),
    FORGOTTEN("HFFORG", "forget mark"),
    DOOMED("HFDOOM", "deletion mark");

    /** The one version that there is; a change of layout is a new number. */
    static final int VERSION = 1;

    public static final int VAULT_ID_BYTES = 16;
    public static final int HEADER_BYTES = 6 + 2 + VAULT_ID_BYTES;

    private final String magic;
    private final String words;

    ObjectKind(String magic, String words) {
        this.magic = magic;
        this.words = words;
    }

    public Encoder start(byte[] vaultId) {
        return new Encoder().raw(magic.getBytes(US_ASCII)).u16(VERSION).raw(vaultId);
    }

    /** Reads magic and version; the vault's id follows. */
    public Decoder startOf(ObjectName name, byte[] bytes) throws VaultException {
        Decoder in = new Decoder(bytes);
        try {
            if (!Arrays.equals(in.raw(magic.length()), magic.getBytes(US_ASCII))) {
                throw new VaultException.Damaged(name + " is no " + words + " of Holdfast: it starts with other bytes");
            }
            int version = in.u16();
            if (version > VERSION) {
                throw new VaultException.TooNew(name + " is a " + words + " of version " + version
                        + " of the format, this program knows " + VERSION + "; use a later Holdfast");
            }
            if (version < VERSION) {
                throw new VaultException.Damaged(
                        name + " is a " + words + " of version " + version + ", which never was");
            }
            return in;
        } catch (MalformedException e) {
            throw new VaultException.Damaged(name + " is too short for a " + words, e);
        }
    }

    /** As {@link #startOf}, and the vault's id must be this one. */
    public Decoder startOf(ObjectName name, byte[] bytes, byte[] vaultId) throws VaultException {
        Decoder in = startOf(name, bytes);
        try {
            if (!Arrays.equals(in.raw(VAULT_ID_BYTES), vaultId)) {
                throw new VaultException.Damaged(name + " is a " + words + " of another vault");
            }
            return in;
        } catch (MalformedException e) {
            throw new VaultException.Damaged(name + " is too short for a " + words, e);
        }
    }

    public VaultException.Damaged damaged(ObjectName name, Exception why) {
        return new VaultException.Damaged(name + " is a damaged " + words + ": " + why.getMessage(), why);
    }
}
