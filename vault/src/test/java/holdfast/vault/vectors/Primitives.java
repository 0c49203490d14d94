package holdfast.vault.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.Argon2id;
import holdfast.crypto.Hkdf;
import holdfast.crypto.HybridIdentity;
import holdfast.crypto.Secret;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** One line for each primitive that the format is made of, with all that goes in and what comes out. */
final class Primitives {
    private Primitives() {}

    static String text(GoldenVault golden) {
        SeededRandom random = new SeededRandom("holdfast primitives");
        StringBuilder text = new StringBuilder();
        argon2id(text, random);
        hkdf(text, random);
        hybrid(text, random);
        group(text, golden, random);
        cuts(text, golden);
        return text.toString();
    }

    private static void argon2id(StringBuilder text, SeededRandom random) {
        for (int[] slow : new int[][] {{64, 1, 1}, {256, 3, 1}, {512, 2, 4}}) {
            byte[] salt = random.bytes(16);
            Secret key = new Argon2id(slow[0], slow[1], slow[2])
                    .derive(Secret.owning(VectorKeys.PASSPHRASE.getBytes(UTF_8)), salt, 32);
            line(text, "argon2id", "passphrase", hex(VectorKeys.PASSPHRASE.getBytes(UTF_8)), "salt", hex(salt));
            line(text, "  ", "kib", "" + slow[0], "passes", "" + slow[1], "lanes", "" + slow[2], "key", hex(key));
        }
    }

    private static void hkdf(StringBuilder text, SeededRandom random) {
        byte[] secret = random.bytes(32);
        byte[] salt = random.bytes(32);
        Secret salted = Hkdf.derive(Secret.copyOf(secret), salt, "holdfast slot 1", 64);
        line(text, "hkdf", "secret", hex(secret), "salt", hex(salt));
        line(text, "  ", "info", "holdfast slot 1", "out", hex(salted));
        Secret unsalted = Hkdf.derive(Secret.copyOf(secret), new byte[0], "holdfast snapshot 1", 32);
        line(text, "hkdf", "secret", hex(secret), "salt", "", "info", "holdfast snapshot 1", "out", hex(unsalted));
    }

    private static void hybrid(StringBuilder text, SeededRandom random) {
        HybridIdentity identity = HybridIdentity.generate(random);
        Secret secret = Secret.random(random, 32);
        byte[] wrapped = identity.recipient().wrap(secret, "holdfast snapshot", random);
        line(text, "hybrid", "private", hex(identity.encoded()));
        line(text, "  ", "recipient", hex(identity.recipient().encoded()));
        line(text, "  ", "purpose", "holdfast snapshot", "wrapped", hex(wrapped));
        line(text, "  ", "secret", hex(secret));
    }

    private static void group(StringBuilder text, GoldenVault golden, SeededRandom random) {
        Format.Session session =
                Format.Session.of(random, golden.keys.forReader.recipient(), "holdfast session contents");
        byte[] plain = "0 and the bytes of a chunk".getBytes(UTF_8);
        plain[0] = 0;
        byte[] sealed = Format.group(golden.keys.vaultId, 1, session, 258, plain);
        line(text, "group", "vault", hex(golden.keys.vaultId), "kind", "1", "session", hex(session.id()));
        line(text, "  ", "secret", hex(session.secret()), "number", "258");
        line(text, "  ", "text", hex(plain), "sealed", hex(sealed));
        byte[] id = Format.hmac(golden.keys.contentIds, plain);
        line(text, "chunk", "key", hex(golden.keys.contentIds), "bytes", hex(plain), "id", hex(id));
    }

    /** The bytes that are cut are the SHA-256 of the seed, a space and 0, 1, 2 …, one behind another. */
    private static void cuts(StringBuilder text, GoldenVault golden) {
        byte[] bytes = new SeededRandom("holdfast cut").bytes(20_000);
        List<byte[]> chunks = GoldenVault.cut(golden.keys, bytes);
        long[] gear = GoldenVault.gear(golden.keys);
        line(text, "cut", "key", hex(golden.keys.contentIds), "average", "1024", "bytes", "\"holdfast cut\" 20000");
        line(
                text,
                "  ",
                "table[0]",
                HexFormat.of().toHexDigits(gear[0]),
                "table[255]",
                HexFormat.of().toHexDigits(gear[255]));
        line(text, "  ", "lengths", chunks.stream().map(c -> "" + c.length).collect(Collectors.joining(",")));
    }

    /** A word, then names and values in turn, without spaces in the values but for texts. */
    private static void line(StringBuilder text, String word, String... fields) {
        text.append(word);
        for (int i = 0; i < fields.length; i += 2) {
            text.append(' ').append(fields[i]).append('=').append(fields[i + 1]);
        }
        text.append('\n');
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String hex(Secret secret) {
        return secret.expose(Primitives::hex);
    }
}
