package holdfast.server.vaulting;

import holdfast.subjects.BrokenRow;
import holdfast.subjects.CsvRegister;
import holdfast.subjects.RegisterException;
import holdfast.subjects.RegisterFiles;
import holdfast.subjects.RegisterRecord;
import holdfast.subjects.RegisterSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads every register before a backup: a register that cannot be used is known before anything is saved. */
final class RegisterCheck {
    private static final CsvRegister.Listener NOBODY = new CsvRegister.Listener() {
        @Override
        public void record(RegisterRecord row) {}

        @Override
        public void broken(BrokenRow row) {}
    };

    private RegisterCheck() {}

    /**
     * Reads the registers of an order.
     *
     * @throws VaultRefused with every register that cannot be used
     */
    static void demandUsable(BackupOrder order) {
        List<String> problems = new ArrayList<>();
        List<Predicate<String>> taken = new ArrayList<>();
        for (RegisterSpec spec : order.registers()) {
            Predicate<String> matcher = spec.matcher();
            List<Path> files = files(order.paths(), matcher, taken);
            if (files.isEmpty()) {
                problems.add("register " + spec.glob() + ": no such file in " + order.paths());
            }
            for (Path file : files) {
                try {
                    RegisterFiles.read(file, spec, NOBODY);
                } catch (RegisterException e) {
                    problems.add(String.valueOf(e.getMessage()));
                } catch (IOException e) {
                    problems.add("register " + file + ": cannot be read: " + e.getMessage());
                }
            }
            taken.add(matcher);
        }
        if (!problems.isEmpty()) {
            throw new VaultRefused("refused.registers-unusable", String.join("; ", problems));
        }
    }

    private static List<Path> files(List<Path> roots, Predicate<String> matcher, List<Predicate<String>> taken) {
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> walk = Files.walk(root)) {
                walk.filter(file -> matcher.test(file.toString())
                                && taken.stream().noneMatch(other -> other.test(file.toString()))
                                && Files.isRegularFile(file))
                        .forEach(files::add);
            } catch (IOException | java.io.UncheckedIOException e) {
                throw new VaultRefused(e, "refused.folder-unreadable", root, String.valueOf(e.getMessage()));
            }
        }
        return files;
    }
}
