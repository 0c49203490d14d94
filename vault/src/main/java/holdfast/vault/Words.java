package holdfast.vault;

import java.util.Locale;

/** Names of things in messages. */
final class Words {
    private Words() {}

    static String of(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    static String of(FileKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
