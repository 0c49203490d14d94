package holdfast.vault.vectors;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names of failures, and how the two programs say them. */
enum Failure {
    HEADER("starts with other bytes", "is no HFCONF object"),
    TRUNCATED("in the middle of something|out of its range", "ends before it should|longer than the object"),
    SIGNATURE("its signature does not fit", "its signature is wrong"),
    TOO_NEW("version 2 of the format", "version 2 of the format"),
    CONFIG("it was exchanged or changed", "config was exchanged"),
    SEAL("the bytes were changed, or the key is not theirs", "its seal is broken"),
    ARGON2("Argon2id with 16777472 KiB", "more work than any passphrase"),
    VAULT_ID("of another vault", "belongs to another vault|not signed by this vault's owner"),
    NAME("not those that it is named for", "not those that its name promises"),
    ENROLMENT("whom the owner did not enrol", "the owner never enrolled"),
    ROLE("whose role makes no snapshots", "makes no backups"),
    WRAP("was wrapped for another key", "a wrapped secret is another recipient's"),
    TRAILING("1 bytes too many", "goes on where it should end"),
    TIME("a number is out of its range", "a time is impossible"),
    OWNER("not with the owner's signature|not signed by the owner", "not signed by this vault's owner"),
    OWN_KEY("own key cannot be taken back", "takes the owner's own key back"),
    REVOKED("took back before it came", "had taken back"),
    NONE("", ""),
    AUTHOR("only the owner may do that", "speaks in another writer's name"),
    METHOD("compressed in an unknown way", "compressed in a way that there is not"),
    ZSTD("does not decompress", "zstd frame"),
    LENGTH("another length than its directory says", "another number of bytes than the directory"),
    CHUNK_ID("has other bytes than its id says", "is another one"),
    DIRECTORY("is in no pack that the index knows", "its directory|to its directory"),
    TREE_ORDER("not in order", "not in their order"),
    TREE_NAME("a name that no file can have", "a name that there cannot be"),
    TREE_KIND("no kind of file", "a kind that there is not"),
    TREE_MODE("out of its range", "permissions are none"),
    NUMBER("not in its shortest form", "not in its shortest form"),
    SIZE("do not add up to its size", "not as long as its size"),
    MISSING("in no pack|other bytes than its id", "is in no pack");

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
