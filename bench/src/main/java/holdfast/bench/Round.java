package holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One tool on one corpus, from the empty repository to the restored files. */
final class Round {
    private static final int SHORT_REPEATS = 5;

    private final Corpora corpora;
    private final Meter meter;
    private final Path work;
    private final Path rows;

    Round(Corpora corpora, Meter meter, Path work, Path rows) {
        this.corpora = corpora;
        this.meter = meter;
        this.work = work;
        this.rows = rows;
    }

    void run(Tool tool, Shape shape, int number) throws IOException, InterruptedException {
        Path home = work.resolve("now-" + System.nanoTime());
        Tool.Places at = new Tool.Places(home.resolve("repository"), home.resolve("cache"));
        Files.createDirectories(at.repository());
        Files.createDirectories(at.cache());
        corpora.lay(shape, 1);
        if (!meter.run(tool.init(at))) {
            throw new IOException(tool.name() + " could not make a repository; see " + meter.log());
        }
        int version = 1;
        Path restored = Files.createDirectories(home.resolve("restored"));
        for (Phase phase : shape.phases()) {
            if (phase == Phase.SECOND || phase == Phase.THIRD) {
                version++;
                corpora.lay(shape, version);
            }
            Path source = corpora.version(shape, version);
            Optional<String> command = command(tool, phase, at, source, restored);
            for (int i = phase.isShort() ? SHORT_REPEATS : 1; i > 0 && command.isPresent(); i--) {
                measure(tool, shape, number, phase, at, command.get());
            }
            if (phase == Phase.RESTORE && number == 1) {
                demandEqual(tool, source, restored);
            }
        }
        setAside(home);
    }

    private static Optional<String> command(
            Tool tool, Phase phase, Tool.Places at, Path source, Path restored) {
        String backup = "cd " + source.getParent() + " && " + tool.backup(at, String.valueOf(source.getFileName()));
        return switch (phase) {
            case FIRST, UNCHANGED, SECOND, THIRD -> Optional.of(backup);
            case SNAPSHOTS -> tool.snapshots(at);
            case SNAPSHOTS_KEY_FILE -> tool.snapshotsByKeyFile(at);
            case RESTORE -> Optional.of(tool.restore(at, restored));
            case CHECK -> Optional.of(tool.check(at));
        };
    }

    private void measure(Tool tool, Shape shape, int number, Phase phase, Tool.Places at, String command)
            throws IOException, InterruptedException {
        if (!phase.isShort()) {
            meter.emptyCache();
        }
        Meter.Taken taken = meter.measure(command);
        Row row = new Row(
                tool.name(),
                shape,
                number,
                phase,
                taken.wall(),
                taken.sync(),
                taken.cpu(),
                taken.memory(),
                Corpora.bytes(at.repository()),
                taken.others(),
                taken.ok());
        row.appendTo(rows);
        System.out.printf(
                "%-8s %-6s %d %-18s %7.2f s + %.2f s sync, cpu %7.2f s, peak %4d MB, stored %7.1f MB%s%s%n",
                row.tool(),
                shape.id,
                number,
                phase.id,
                row.wall(),
                row.sync(),
                row.cpu(),
                row.memory() / 1_000_000,
                row.stored() / 1e6,
                row.others() > 0.3 * row.wall() + 0.2 ? " (others used %.1f s of cpu)".formatted(row.others()) : "",
                row.ok() ? "" : " FAILED, see " + meter.log());
    }

    private void demandEqual(Tool tool, Path source, Path restored) throws IOException, InterruptedException {
        String name = String.valueOf(source.getFileName());
        if (!meter.run("cd " + restored + " && diff -r --no-dereference \"$(find . -type d -name " + name
                + " | head -1)\" " + source)) {
            throw new IOException(tool.name() + " restored something else than it saved; see " + meter.log());
        }
    }

    /** Deleting 156 000 files can take a minute: that is done at the end. */
    private void setAside(Path home) throws IOException {
        Path aside = Files.createDirectories(work.resolve("aside"));
        if (Files.getFileStore(work).getUsableSpace() < 20L << 30) {
            Corpora.delete(aside);
        }
        Files.createDirectories(aside);
        Files.move(home, aside.resolve(String.valueOf(home.getFileName())));
    }
}
