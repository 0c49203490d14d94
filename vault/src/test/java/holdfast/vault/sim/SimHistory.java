package holdfast.vault.sim;

import holdfast.crypto.Secret;
import holdfast.storage.MemoryStore;
import holdfast.storage.ObjectStore;
import holdfast.vault.Vault;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.check.CheckReport;
import holdfast.vault.check.CheckReport.Severity;
import holdfast.vault.model.Credential;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultContext;
import holdfast.vault.model.VaultOptions;
import holdfast.vault.prune.PruneOptions;
import holdfast.vault.sim.SimActor.Host;
import holdfast.vault.sim.SimStore.Broken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** One history by a seed: what was done, what was reported as saved, and whether it is still there. */
final class SimHistory {
    private static final Duration GRACE = Duration.ofHours(24);
    private static final VaultOptions SIZES = new VaultOptions(1 << 8, 1 << 10, 3 << 10, 1).withGrace(GRACE);
    private static final PruneOptions THOROUGH = new PruneOptions(0, false);
    private static final int HOSTS = 2;
    private static final int FILES = 3;
    private static final int AT_ONCE = 4;

    private final Random random;
    private final SimWorld world;
    private final Path folder;
    private final Broken broken;
    private final MemoryStore replica;
    private final List<SimActor> living = new ArrayList<>();
    private final int[] busy = new int[HOSTS];
    /** What was reported as saved and nobody set out to forget. */
    private final Map<SnapshotId, Map<String, byte[]>> saved = new LinkedHashMap<>();

    private int backups;
    private long deleted;

    SimHistory(long seed, Path folder, Broken broken) {
        this.random = new Random(seed);
        this.world = new SimWorld(random, seed % 3 == 0 ? Duration.ZERO : GRACE.dividedBy(8));
        this.folder = folder;
        this.broken = broken;
        this.replica = new MemoryStore(world::now);
    }

    /** How many backups were reported as saved, and how many packs prunes deleted: a history must not be idle. */
    record Told(int backups, long deleted) {}

    Told run() throws IOException {
        SimActor setUp = new SimActor("set-up", Host.SERVER, world, GRACE, actor -> {});
        ObjectStore plain = new SimPlainStore(world);
        try (Vault owner = Vault.create(plain, key(0), SIZES, context(setUp))) {
            for (int host = 0; host < HOSTS; host++) {
                owner.addKey(Role.WRITER, key(1 + host), "host");
                for (int file = 0; file < FILES; file++) {
                    change(host);
                }
            }
        }
        world.calm(false);
        for (int i = 14 + random.nextInt(10); i > 0; i--) {
            start(i);
            while (living.size() >= AT_ONCE || (!awake().isEmpty() && random.nextInt(12) > 0)) {
                step();
            }
            if (random.nextInt(3) == 0) {
                world.pass(GRACE.multipliedBy(random.nextInt(6)).dividedBy(4));
            }
        }
        while (!living.isEmpty()) {
            step();
        }
        world.calm(true);
        world.pass(GRACE);
        verify(plain, setUp);
        return new Told(backups, deleted);
    }

    private void step() {
        List<SimActor> awake = awake();
        if (awake.isEmpty()) {
            living.stream()
                    .map(SimActor::asleepUntil)
                    .min(Comparator.naturalOrder())
                    .ifPresent(world::passTo);
            return;
        }
        SimActor next = awake.get(random.nextInt(awake.size()));
        next.turn();
        if (next.isDone()) {
            living.remove(next);
        }
    }

    private List<SimActor> awake() {
        return living.stream()
                .filter(actor -> !actor.asleepUntil().isAfter(world.now()))
                .toList();
    }

    private void start(int number) throws IOException {
        int dice = random.nextInt(20);
        if (dice < 9) {
            backUp(number, random.nextInt(HOSTS));
        } else if (dice < 15) {
            living.add(new SimActor("prune" + number, Host.SERVER, world, GRACE, this::prune));
        } else if (dice < 18) {
            forget(number);
        } else {
            boolean check = dice == 18;
            living.add(new SimActor((check ? "check" : "copy") + number, Host.SERVER, world, GRACE, actor -> {
                try (Vault vault = open(actor, 0, Broken.NONE)) {
                    if (check) {
                        vault.check(true, Progress.NONE);
                    } else {
                        vault.copy(replica, Progress.NONE);
                    }
                }
            }));
        }
    }

    /** One, or some, or all: what the forgotten alone had comes back with a later backup. */
    private void forget(int number) {
        List<SnapshotId> victims = new ArrayList<>(saved.keySet());
        Collections.shuffle(victims, random);
        victims.subList(0, random.nextInt(victims.size() + 1)).clear();
        saved.keySet().removeAll(victims);
        living.add(new SimActor("forget" + number, Host.SERVER, world, GRACE, actor -> {
            try (Vault vault = open(actor, 0, Broken.NONE)) {
                vault.forget(victims);
            }
        }));
    }

    private void backUp(int number, int host) throws IOException {
        if (busy[host] == 0) {
            change(host);
        }
        busy[host]++;
        Map<String, byte[]> files = files(host);
        living.add(new SimActor("backup" + number, Host.LAPTOP, world, GRACE, actor -> {
            Broken rule = broken == Broken.GRACE_TIME ? Broken.NONE : broken;
            try (Vault vault = open(actor, 1 + host, rule)) {
                SnapshotId id = vault.backup(BackupRequest.of(hostFolder(host)), Progress.NONE)
                        .snapshot();
                saved.put(id, files);
                backups++;
            } finally {
                busy[host]--;
            }
        }));
    }

    private void prune(SimActor actor) throws IOException {
        PruneOptions options = new PruneOptions(actor.random.nextInt(3) * 0.1, broken == Broken.GRACE_TIME);
        try (Vault vault = open(actor, 0, Broken.NONE)) {
            deleted += vault.prune(vault.planPrune(options, Progress.NONE), options, Progress.NONE)
                    .packsDeleted();
        }
    }

    /** Few contents, so that what was forgotten comes back, and hosts have chunks in common. */
    private void change(int host) throws IOException {
        Path file = Files.createDirectories(hostFolder(host)).resolve("f" + random.nextInt(FILES));
        byte[] content = new byte[500 + 400 * random.nextInt(6)];
        new Random(random.nextInt(5)).nextBytes(content);
        Files.write(file, content);
    }

    private Path hostFolder(int host) {
        return folder.resolve("host" + host);
    }

    private Map<String, byte[]> files(int host) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < FILES; i++) {
            Path file = hostFolder(host).resolve("f" + i);
            if (Files.exists(file)) {
                files.put(file.toAbsolutePath().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private Vault open(SimActor actor, int key, Broken rule) throws IOException {
        return Vault.open(new SimStore(actor, rule), key(key), context(actor));
    }

    private static VaultContext context(SimActor actor) {
        return new VaultContext(actor.clock(), actor.secrets(), Optional.empty(), 0);
    }

    private static Credential key(int number) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) (number + 1));
        return new Credential.FileKey(Secret.owning(key));
    }

    /** Everything saved is there, in the vault and in its replica, before and after prunes that find peace. */
    private void verify(ObjectStore plain, SimActor setUp) throws IOException {
        try (Vault owner = Vault.open(plain, key(0), context(setUp))) {
            boolean sound = restoreAll(owner, "the vault");
            owner.copy(replica, Progress.NONE);
            try (Vault copy = Vault.open(replica, key(0), context(setUp))) {
                restoreAll(copy, "the replica");
            }
            for (int i = 0; sound && i < 6; i++) {
                world.pass(GRACE.plusSeconds(1));
                owner.prune(owner.planPrune(THOROUGH, Progress.NONE), THOROUGH, Progress.NONE);
            }
            if (sound) {
                restoreAll(owner, "the vault after all prunes");
                if (!owner.planPrune(THOROUGH, Progress.NONE).isEmpty()
                        || !owner.check(false, Progress.NONE).findings().isEmpty()) {
                    throw new AssertionError("something is left that nobody needs: "
                            + owner.planPrune(THOROUGH, Progress.NONE) + " "
                            + owner.check(false, Progress.NONE).findings());
                }
            }
        }
    }

    /** False if a snapshot that was put too late, and not reported as saved, is broken: that alone may be. */
    private boolean restoreAll(Vault vault, String where) throws IOException {
        for (Map.Entry<SnapshotId, Map<String, byte[]>> one : saved.entrySet()) {
            for (Map.Entry<String, byte[]> file : one.getValue().entrySet()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try {
                    vault.dump(one.getKey(), FilePath.of(file.getKey()), out);
                } catch (IOException e) {
                    throw new AssertionError("lost in " + where + ": snapshot " + one.getKey(), e);
                }
                if (!Arrays.equals(out.toByteArray(), file.getValue())) {
                    throw new AssertionError("changed in " + where + ": snapshot " + one.getKey());
                }
            }
        }
        boolean sound = true;
        for (CheckReport.Finding finding : vault.check(true, Progress.NONE).findings()) {
            if (finding.severity() == Severity.DAMAGE) {
                boolean late = finding.object().value().startsWith("snapshots/")
                        && SnapshotId.of(finding.object())
                                .filter(saved::containsKey)
                                .isEmpty();
                if (!late) {
                    throw new AssertionError("check finds damage in " + where + ": " + finding);
                }
                sound = false;
            }
        }
        return sound;
    }
}
