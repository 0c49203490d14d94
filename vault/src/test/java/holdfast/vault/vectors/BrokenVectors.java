package holdfast.vault.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.HybridIdentity;
import holdfast.crypto.SigningKey;
import holdfast.vault.codec.Encoder;
import holdfast.vault.vectors.Vector.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Every vector of {@code vectors/broken}: objects around the tree. What is inside is in {@link BrokenInsides}. */
final class BrokenVectors {
    private static final Instant LATER = GoldenVault.LATEST.plusSeconds(60);

    private final GoldenVault golden;
    private final VectorKeys keys;
    private final List<Vector> all = new ArrayList<>();

    BrokenVectors(GoldenVault golden) {
        this.golden = golden;
        this.keys = golden.keys;
    }

    List<Vector> all() {
        configs();
        slots();
        snapshots();
        trust();
        revocations();
        new BrokenInsides(golden, this::lost).add();
        return all;
    }

    private void add(String name, String expect, Outcome outcome, String rule, Consumer<VaultBuild> change) {
        VaultBuild build = new VaultBuild(keys, new SeededRandom("holdfast " + name), golden.build.objects);
        change.accept(build);
        List<String> removed = golden.build.objects.keySet().stream()
                .filter(object -> !build.objects.containsKey(object))
                .toList();
        Map<String, byte[]> put = new TreeMap<>(build.objects);
        put.entrySet().removeIf(e -> Arrays.equals(golden.build.objects.get(e.getKey()), e.getValue()));
        all.add(new Vector(name, rule, expect, outcome, removed, put));
    }

    private void lost(String name, String expect, String rule, Consumer<VaultBuild> change) {
        add(name, expect, Outcome.LOST, rule, change);
    }

    private byte[] goldenConfig() {
        return Objects.requireNonNull(golden.build.objects.get("config")).clone();
    }

    private void config(String name, String expect, String rule, byte[] config) {
        add(name, expect, Outcome.CLOSED, rule, build -> build.objects.put("config", config));
    }

    private void configs() {
        byte[] magic = goldenConfig();
        magic[0] = 'h';
        config("config-letters", "header", "an object begins with the letters of its kind", magic);
        byte[] ending = goldenConfig();
        config("config-short", "truncated", "an object has its signed end", Arrays.copyOf(ending, 60));
        ending[ending.length - 1] ^= 1;
        config("config-signature", "signature", "the owner's signature fits the config", ending);
        Encoder header = Format.header("HFCONF", 2, keys.vaultId);
        byte[] newer = Format.signed(Format.config(header, keys.forReader, keys.forCataloguer), keys.owner);
        config("config-version", "too-new", "a higher version is not read, and is no damage", newer);
        HybridIdentity other = HybridIdentity.generate(new SeededRandom("holdfast other reader"));
        byte[] exchanged = Format.signed(Format.config(keys.vaultId, other, keys.forCataloguer), keys.owner);
        config("config-exchanged", "config", "a key slot holds the hash of the config that it was made for", exchanged);
    }

    private void slots() {
        slot("slot-role", "seal", "everything before the sealed keys is authenticated with them", slot -> {
            slot[Format.header("HFSLOT", keys.vaultId).length()] = 1;
            return slot;
        });
        slot("slot-seal", "seal", "the sealed keys are as they were sealed", slot -> {
            slot[slot.length - 1] ^= 1;
            return slot;
        });
        slot("slot-memory", "argon2", "Argon2id takes at most 4 GiB of memory", slot -> {
            int at = Format.slotHead(keys.vaultId, 0, "passphrase", keys.owner, new byte[16], GoldenVault.NO_PASSPHRASE)
                    .length();
            slot[at] = 1;
            return slot;
        });
        slot("slot-vault", "vault-id", "an object belongs to the vault that its header names", slot -> {
            slot[8] ^= 1;
            return slot;
        });
    }

    private interface Change {
        byte[] of(byte[] bytes);
    }

    /** Only the changed slot is left, so that the vault does not open by another one. */
    private void slot(String name, String expect, String rule, Change change) {
        add(name, expect, Outcome.CLOSED, rule, build -> {
            byte[] slot = build.objects.entrySet().stream()
                    .filter(e -> e.getKey().startsWith("keys/"))
                    .filter(e -> new String(e.getValue(), UTF_8).contains("passphrase"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow();
            build.objects.keySet().removeIf(object -> object.startsWith("keys/"));
            build.put("keys", change.of(slot.clone()));
        });
    }

    /** A snapshot that would be the latest if it counted. */
    private void snapshot(String name, String expect, String rule, Consumer<VaultBuild> change) {
        add(name, expect, Outcome.GOLDEN, rule, change);
    }

    private static byte[] body(VaultBuild build, int nanos) {
        return VaultBuild.body(LATER, nanos, "yellow", List.of("/data"), emptyRoot(build))
                .toByteArray();
    }

    private static List<Format.Chunk> emptyRoot(VaultBuild build) {
        PackBuild trees = PackBuild.trees(build.keys, build.random);
        List<Format.Chunk> root = VaultBuild.folder(trees, List.of());
        trees.finish(build, build.keys.writer, build.keys.writer);
        return root;
    }

    private static byte[] file(VaultBuild build, Encoder header, String purpose, byte[] body, SigningKey signer) {
        return Format.signed(Format.snapshot(header, build.keys.forCataloguer, purpose, build.random, body), signer);
    }

    private Encoder header() {
        return Format.header("HFSNAP", keys.vaultId);
    }

    private void snapshots() {
        String purpose = "holdfast snapshot";
        snapshot(
                "snapshot-name",
                "name",
                "an object's name is the SHA-256 of its bytes",
                build -> build.objects.put(
                        "snapshots/" + "ab".repeat(32), file(build, header(), purpose, body(build, 0), keys.writer)));
        snapshot("snapshot-signature", "signature", "a snapshot's signature fits its bytes", build -> {
            byte[] bytes = file(build, header(), purpose, body(build, 0), keys.writer);
            bytes[bytes.length - 1] ^= 1;
            build.put("snapshots", bytes);
        });
        snapshot(
                "snapshot-stranger",
                "enrolment",
                "a snapshot is signed by a key that the owner enrolled",
                build -> build.put("snapshots", file(build, header(), purpose, body(build, 0), keys.stranger)));
        snapshot(
                "snapshot-cataloguer",
                "role",
                "snapshots are made by owners and writers",
                build -> build.put("snapshots", file(build, header(), purpose, body(build, 0), keys.cataloguer)));
        snapshot(
                "snapshot-vault",
                "vault-id",
                "an object belongs to the vault that its header names",
                build -> build.put(
                        "snapshots",
                        file(
                                build,
                                Format.header("HFSNAP", build.random.bytes(16)),
                                purpose,
                                body(build, 0),
                                keys.writer)));
        snapshot(
                "snapshot-version",
                "too-new",
                "a higher version is not read, and is no damage",
                build -> build.put(
                        "snapshots",
                        file(build, Format.header("HFSNAP", 2, keys.vaultId), purpose, body(build, 0), keys.writer)));
        snapshot(
                "snapshot-purpose",
                "wrap",
                "a secret is unwrapped for the purpose that it was wrapped for",
                build -> build.put(
                        "snapshots", file(build, header(), "holdfast session trees", body(build, 0), keys.writer)));
        snapshot("snapshot-seal", "seal", "what is sealed is as it was sealed", build -> {
            Encoder object = Format.snapshot(header(), keys.forCataloguer, purpose, build.random, body(build, 0));
            byte[] bytes = object.toByteArray();
            bytes[bytes.length - 1] ^= 1;
            build.put("snapshots", Format.signed(new Encoder(4096).raw(bytes), keys.writer));
        });
        snapshot(
                "snapshot-more",
                "trailing",
                "nothing follows where an object ends",
                build -> build.put(
                        "snapshots",
                        file(build, header(), purpose, PackBuild.join(body(build, 0), new byte[1]), keys.writer)));
        snapshot(
                "snapshot-nanoseconds",
                "time",
                "a second has less than 1 000 000 000 nanoseconds",
                build -> build.put(
                        "snapshots", file(build, header(), purpose, body(build, 1_000_000_000), keys.writer)));
    }

    private void trust() {
        snapshot(
                "forget-writer",
                "owner",
                "a forget mark is signed by the owner",
                build -> build.put("forgotten", golden.forgetMark(keys.writer, golden.latest)));
        snapshot("enrolment-writer", "owner", "a key is enrolled by the owner", build -> {
            build.put("enrolled", Format.enrolment(keys.vaultId, keys.stranger, 3, "me", keys.writer));
            build.put("snapshots", file(build, header(), "holdfast snapshot", body(build, 0), keys.stranger));
        });
        snapshot("enrolment-vault", "vault-id", "an object belongs to the vault that its header names", build -> {
            build.put("enrolled", Format.enrolment(new byte[16], keys.stranger, 3, "me", keys.owner));
            build.put("snapshots", file(build, header(), "holdfast snapshot", body(build, 0), keys.stranger));
        });
        snapshot(
                "planted",
                "none",
                "a chunk counts in packs of the snapshot's signer, owners and readers",
                build -> planted(build, keys.otherWriter, keys.otherWriter));
        snapshot(
                "pack-author",
                "author",
                "only the owner signs in another writer's name",
                build -> planted(build, keys.writer, keys.otherWriter));
        snapshot(
                "pack-stranger",
                "enrolment",
                "a pack is signed by a key that the owner enrolled",
                build -> planted(build, keys.stranger, keys.stranger));
    }

    private void revocations() {
        snapshot("revocation-writer", "owner", "a key is taken back by the owner", build -> {
            build.put("revoked", Format.revocation(keys.vaultId, keys.writer, List.of(), keys.otherWriter));
        });
        snapshot("revocation-vault", "vault-id", "an object belongs to the vault that its header names", build -> {
            build.put("revoked", Format.revocation(new byte[16], keys.writer, List.of(), keys.owner));
        });
        snapshot("revocation-own", "own-key", "the owner's own key is not taken back", build -> {
            build.put("revoked", Format.revocation(keys.vaultId, keys.owner, List.of(), keys.owner));
        });
        snapshot("revoked-snapshot", "revoked", "of a key that was taken back only what was there counts", build -> {
            revokeWriter(build);
            build.put("snapshots", file(build, header(), "holdfast snapshot", body(build, 0), keys.writer));
        });
        snapshot("revoked-pack", "revoked", "of a key that was taken back only what was there counts", build -> {
            revokeWriter(build);
            planted(build, keys.writer, keys.writer);
        });
        snapshot("revoked-enrolled", "revoked", "no enrolment brings a key back that was taken back", build -> {
            build.put("enrolled", Format.enrolment(keys.vaultId, keys.formerWriter, 0, "again", keys.owner));
            build.put("snapshots", file(build, header(), "holdfast snapshot", body(build, 0), keys.formerWriter));
        });
    }

    /** The writer of the latest snapshot: all that it signed in the golden vault stays believed. */
    private void revokeWriter(VaultBuild build) {
        List<String> kept = build.hashes(name -> name.matches("(snapshots|index|packs)/.*"));
        build.put("revoked", Format.revocation(keys.vaultId, keys.writer, kept, keys.owner));
    }

    /** Junk under the id of a chunk of the latest snapshot, in packs enough that some are looked at before the true. */
    private void planted(VaultBuild build, SigningKey author, SigningKey signer) {
        for (int i = 0; i < 4; i++) {
            PackBuild junk = PackBuild.contents(keys, build.random);
            byte[] text = PackBuild.join(new byte[1], build.random.bytes(golden.noise.length()));
            junk.add(0, 0, text, golden.noise.length(), List.of(golden.noise));
            junk.finish(build, author, signer);
        }
    }
}
