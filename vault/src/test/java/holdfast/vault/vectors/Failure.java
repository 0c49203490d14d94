package holdfast.vault.vectors;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names of failures, and how the two programs say them. */
enum Failure {
    HEADER("", ""),
    TRUNCATED("", ""),
    SIGNATURE("", ""),
    TOO_NEW("", ""),
    CONFIG("", ""),
    SEAL("", ""),
    ARGON2("", ""),
    VAULT_ID("", ""),
    NAME("", ""),
    ENROLMENT("", ""),
    ROLE("", ""),
    WRAP("", ""),
    TRAILING("", ""),
    TIME("", ""),
    OWNER("", ""),
    NONE("", ""),
    AUTHOR("", ""),
    METHOD("", ""),
    ZSTD("", ""),
    LENGTH("", ""),
    CHUNK_ID("", ""),
    DIRECTORY("", ""),
    TREE_ORDER("", ""),
    TREE_NAME("", ""),
    TREE_KIND("", ""),
    TREE_MODE("", ""),
    NUMBER("", ""),
    SIZE("", ""),
    MISSING("", "");

    final Pattern engine;
    final Pattern recover;

    Failure(String engine, String recover) {
        this.engine = Pattern.compile(engine);
        this.recover = Pattern.compile(recover);
    }

    static Failure of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
