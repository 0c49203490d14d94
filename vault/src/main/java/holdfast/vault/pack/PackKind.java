package holdfast.vault.pack;

import holdfast.vault.model.VaultObject;

/** What a pack's groups hold, and so for whom their session's secret is wrapped. */
public enum PackKind {
    /** File contents, for readers. */
    CONTENT(1, "holdfast session contents"),
    /** Trees and attachments, for cataloguers. */
    TREE(2, "holdfast session trees");

    private final int code;
    private final String purpose;

    PackKind(int code, String purpose) {
        this.code = code;
        this.purpose = purpose;
    }

    public int code() {
        return code;
    }

    /** What a session's secret of this kind is wrapped for. */
    String purpose() {
        return purpose;
    }

    static PackKind ofCode(int code) {
        return switch (code) {
            case 1 -> CONTENT;
            case 2 -> TREE;
            default -> throw new IllegalArgumentException("no kind of pack has the number " + code);
        };
    }

    public VaultObject.Kind objectKind() {
        return this == CONTENT ? VaultObject.Kind.DATA : VaultObject.Kind.META;
    }
}
