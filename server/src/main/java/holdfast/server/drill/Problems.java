package holdfast.server.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.server.platform.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;

/** Keeps the whole of a failure beside the drill's other files; the terminal shows its sentence only. */
final class Problems {
    private Problems() {}

    static void keep(DataFolder folder, Exception problem) {
        StringWriter whole = new StringWriter();
        problem.printStackTrace(new PrintWriter(whole));
        try {
            Files.writeString(folder.logs().resolve("drill-problem.txt"), whole.toString(), UTF_8);
        } catch (IOException e) {
            problem.addSuppressed(e); // the sentence was printed; there is nowhere left to say more
        }
        if (System.getenv("HOLDFAST_DEBUG") != null) {
            problem.printStackTrace();
        }
    }
}
