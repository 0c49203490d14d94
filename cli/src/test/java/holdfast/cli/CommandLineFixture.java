package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A vault opened by a key file, a few files to save, and what the last command printed. */
abstract class CommandLineFixture {
    @TempDir
    Path folder;

    Path source;
    Path target;
    String out = "";
    String err = "";

    @BeforeEach
    void makeVault() throws IOException {
        source = folder.resolve("source");
        target = folder.resolve("target");
        Files.createDirectories(source.resolve("sub"));
        Files.writeString(source.resolve("a.txt"), "seven tapes");
        Files.writeString(source.resolve("sub/b.txt"), "went missing");
        assertThat(run("init")).isZero();
    }

    /** Where a file of the source lies after a restore of everything. */
    Path restored(String name) {
        return target.resolve(source.toString().substring(1)).resolve(name);
    }

    int run(Object... args) {
        List<String> all = new ArrayList<>(List.of(
                "-r",
                folder.resolve("vault").toString(),
                "--no-cache",
                "--key-file",
                folder.resolve("key").toString()));
        for (Object arg : args) {
            all.add(arg.toString());
        }
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        int code = Holdfast.execute(new PrintWriter(outText), new PrintWriter(errText), all);
        out = outText.toString();
        err = errText.toString();
        return code;
    }

    /** A successful run's output. */
    String done(Object... args) {
        assertThat(run(args)).as("%s%s", out, err).isZero();
        return out;
    }
}
