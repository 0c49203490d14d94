package holdfast.server.drill.synthetic;

import holdfast.subjects.RegisterSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Makes the synthetic data of a drill. */
public final class Synthetic {
    private Synthetic() {}

    /**
     * Writes registers and case files into {@code folder}, which is made if it is not there.
     *
     * @param random seeded: the same seed and order give the same bytes
     */
    public static SyntheticData write(Path folder, SyntheticOrder order, RandomGenerator random) throws IOException {
        Path root = folder.toAbsolutePath();
        Files.createDirectories(root);
        Files.writeString(root.resolve("SYNTHETIC.txt"), """
                SYNTHETIC DATA. Nobody in these files exists. Made by Holdfast for a drill.
                虛構資料。檔案中的人並不存在。由 Holdfast 為演習而製。
                虚构数据。档案中的人并不存在。由 Holdfast 为演习而制。
                """);
        int creditors = order.people() - order.staff();
        SyntheticRegisters registers = new SyntheticRegisters(root.resolve("registers"), random);
        registers.creditors(creditors);
        registers.staff(order.staff());
        new CaseFiles(root.resolve("cases"), random).write(order.caseFiles());
        return new SyntheticData(
                root,
                registers.files().stream().map(Synthetic::spec).toList(),
                registers.files(),
                creditors,
                order.staff(),
                registers.records(),
                registers.withoutEmail(),
                size(root));
    }

    private static RegisterSpec spec(Path file) {
        boolean staff = file.endsWith("staff.csv");
        return RegisterSpec.of(file.toString(), staff ? "staff" : "creditor");
    }

    private static long size(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }
}
