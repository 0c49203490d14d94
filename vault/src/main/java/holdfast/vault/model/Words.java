package holdfast.vault.model;

import java.util.Locale;

/** Names of things in messages. */
public final class Words {
    private Words() {}

    public static String of(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    public static String of(FileKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
