package holdfast.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A tree of source files and documents: 156 000 files in 6 500 folders, the median 1.4 KB, the mean ten. Every fifth
 * folder holds a family of files that differ in little. One file in a hundred can be changed and changed back.
 */
final class SmallFiles {
    private static final int PROJECTS = 60;
    private static final int FILES_A_FOLDER = 24;
    private static final byte[] CHANGE = "// changed since the last backup\n".getBytes(US_ASCII);

    private SmallFiles() {}

    static void make(Path top, int files) throws IOException {
        List<SourceText> projects =
                IntStream.range(0, PROJECTS).mapToObj(SourceText::new).toList();
        try {
            IntStream.range(0, files / FILES_A_FOLDER).parallel().forEach(number -> {
                try {
                    folder(top, number, projects);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void folder(Path top, int number, List<SourceText> projects) throws IOException {
        SplittableRandom random = new SplittableRandom(7919L * number + 1);
        int project = number % PROJECTS;
        SourceText text = projects.get(project);
        Path folder = Files.createDirectories(top.resolve(
                "project-%02d/part-%d/module-%04d".formatted(project, number / PROJECTS % 10, number)));
        boolean family = number % 5 == 0;
        byte[] first = text.file(random, 250 + random.nextInt(700));
        for (int i = 0; i < FILES_A_FOLDER; i++) {
            byte[] bytes = family ? text.relative(random, first) : text.file(random, size(random));
            Files.write(folder.resolve("file-%02d-%06x.txt".formatted(i, random.nextInt(1 << 24))), bytes);
        }
    }

    private static int size(SplittableRandom random) {
        double size = Math.exp(7.55 + 2.0 * random.nextGaussian());
        return (int) Math.min(24e6, Math.max(20, size));
    }

    /** Appends a line to one file in a hundred, or takes it away again; a file that is so already is left alone. */
    static void change(Path top, boolean changed) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(top)) {
            all = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (int i = 7; i < all.size(); i += 100) {
            try (RandomAccessFile file = new RandomAccessFile(all.get(i).toFile(), "rw")) {
                byte[] end = new byte[CHANGE.length];
                long at = Math.max(0, file.length() - CHANGE.length);
                file.seek(at);
                boolean is = file.read(end) == CHANGE.length && java.util.Arrays.equals(end, CHANGE);
                if (changed && !is) {
                    file.seek(file.length());
                    file.write(CHANGE);
                } else if (!changed && is) {
                    file.setLength(at);
                }
            }
        }
    }
}
