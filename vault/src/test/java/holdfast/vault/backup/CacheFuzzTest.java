package holdfast.vault.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import holdfast.vault.Fuzzed;
import holdfast.vault.codec.Encoder;
import holdfast.vault.host.HostStat;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A cache of files that somebody wrote over is a cache of what can be read of it, or none. */
@Tag("slow")
class CacheFuzzTest {
    private static final FilePath FOLDER = FilePath.of("f");
    private static final HostStat STAT = new HostStat(HostStat.FILE, 1, 0, 0, 2, 3, 4, 5, 0, 6, 1, 0);

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "60s")
    void anyCacheIsReadOrNone(byte[] input) throws IOException {
        byte[] bytes = Fuzzed.rest(input);
        Path file = Files.createTempFile("holdfast-fuzz-", ".cache");
        try {
            Files.write(file, Fuzzed.choice(input, 2) == 0 ? whole(bytes) : bytes);
            ParentFiles.read(file, new ChunkIndex()).folder(FOLDER).unchanged("a".getBytes(UTF_8), STAT);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] whole(byte[] folders) {
        byte[] cache = new Encoder().u32(ParentFiles.MAGIC).raw(folders).toByteArray();
        return new Encoder().raw(cache).raw(Hashes.sha256(cache)).toByteArray();
    }

    static Stream<Arguments> seeds() {
        Encoder entries = new Encoder().varint(1);
        ParentFilesWriter.encode(entries, "a".getBytes(UTF_8), new ParentFiles.Known(STAT, List.of(), List.of()));
        byte[] folder = new Encoder()
                .blob(FOLDER.bytes())
                .u32(entries.length())
                .raw(entries.toByteArray())
                .toByteArray();
        return Stream.of(Fuzzed.seed(0, folder), Fuzzed.seed(1, whole(folder))).map(Arguments::of);
    }
}
