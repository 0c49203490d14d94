package holdfast.vault.model;

/** Kinds of files that POSIX knows. */
public enum FileKind {
    FILE(0, '-'),
    FOLDER(1, 'd'),
    SYMBOLIC_LINK(2, 'l'),
    FIFO(3, 'p'),
    SOCKET(4, 's'),
    CHARACTER_DEVICE(5, 'c'),
    BLOCK_DEVICE(6, 'b');

    private static final FileKind[] BY_CODE = values();
    private final int code;
    private final char letter;

    FileKind(int code, char letter) {
        this.code = code;
        this.letter = letter;
    }

    /** Its number in the vault's format. */
    public int code() {
        return code;
    }

    /** As {@code ls -l} shows it. */
    public char letter() {
        return letter;
    }

    /** @throws IllegalArgumentException if there is none of this number */
    public static FileKind ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no kind of file has the number " + code);
        }
        return BY_CODE[code];
    }
}
