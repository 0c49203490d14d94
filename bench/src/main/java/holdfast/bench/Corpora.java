package holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes the data once, the same bytes on every machine, and keeps it in the work folder. */
final class Corpora {
    private static final int FILES = 156_000;
    private static final long LARGE_BYTES = 1_258_000_000;
    private static final int FRACTION = 20;

    private final Options options;
    private final Path folder;

    Corpora(Options options) {
        this.options = options;
        this.folder = options.work().resolve(options.small() ? "corpora-small" : "corpora");
    }

    /** The folder of a version; its only entry, or {@link #sourceOf}, is what is backed up. */
    Path version(Shape shape, int version) {
        Path top = options.corpora().getOrDefault(shape, folder.resolve(shape.id));
        // Small files are changed where they lie, and changed back.
        return top.resolve("v" + (shape == Shape.SMALL_FILES ? 1 : version));
    }

    void prepare(Shape shape) throws IOException {
        if (options.corpora().containsKey(shape)) {
            return;
        }
        Path top = folder.resolve(shape.id);
        Path done = folder.resolve(shape.id + ".done");
        if (Files.exists(done)) {
            return;
        }
        System.out.println("making the corpus: " + shape.title);
        delete(top);
        Files.createDirectories(top);
        long large = options.small() ? LARGE_BYTES / FRACTION : LARGE_BYTES;
        switch (shape) {
            case SMALL_FILES -> SmallFiles.make(top.resolve("v1"), options.small() ? FILES / FRACTION : FILES);
            case SQL_DUMP -> SqlDump.make(top, large);
            case RANDOM -> RandomFiles.make(top.resolve("v1"), large);
            case DISK_IMAGE -> DiskImage.make(top, large);
        }
        Files.createFile(done);
    }

    /** Makes the version the one that lies there. */
    void lay(Shape shape, int version) throws IOException, InterruptedException {
        if (shape == Shape.SMALL_FILES) {
            SmallFiles.change(version(shape, 1), version > 1);
            // A file of the last two seconds may change again within its time stamp: tools read it once more.
            Thread.sleep(2500);
        }
    }

    static long bytes(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isRegularFile).mapToLong(Corpora::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    static void delete(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> all = Files.walk(top)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
