package holdfast.vault.model;

/** What a key lets its holder do; each command says which it needs. */
public enum Role {
    /** Everything: back up, read, hand out keys, and sign what is forgotten. The first key of a vault. */
    OWNER(0),
    /** Names, sizes, trees, person indexes, and the contents of files. */
    READER(1),
    /** Names, sizes, trees, person indexes; contents are shut to it by mathematics. */
    CATALOGUER(2),
    /** Saves, and reads nothing back; sees ids and sizes. */
    WRITER(3);

    private final int code;

    Role(int code) {
        this.code = code;
    }

    /** Its number in the vault's format. */
    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException if there is none of this number */
    public static Role ofCode(int code) {
        for (Role role : values()) {
            if (role.code == code) {
                return role;
            }
        }
        throw new IllegalArgumentException("no role has the number " + code);
    }

    public boolean catalogues() {
        return this != WRITER;
    }

    public boolean reads() {
        return this == OWNER || this == READER;
    }

    public boolean writes() {
        return this == OWNER || this == WRITER;
    }
}
