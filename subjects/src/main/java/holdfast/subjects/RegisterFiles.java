package holdfast.subjects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads registers that lie in the file system: to be sure of them before a backup begins. */
public final class RegisterFiles {
    private RegisterFiles() {}

    /**
     * Reads a register from start to end.
     *
     * @throws RegisterException if it cannot be used at all: empty, another encoding, a header that names nobody
     */
    public static RegisterSummary read(Path file, RegisterSpec spec, CsvRegister.Listener listener)
            throws RegisterException, IOException {
        CsvRegister register = new CsvRegister(file.toString(), spec, listener);
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                register.accept(buffer, 0, n);
            }
        }
        return register.finish();
    }
}
