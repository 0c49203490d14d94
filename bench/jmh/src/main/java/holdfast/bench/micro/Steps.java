package holdfast.bench.micro;

import com.github.luben.zstd.Zstd;
import holdfast.crypto.Aead;
import holdfast.vault.cut.Cutter;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.ChunkIds;
import holdfast.vault.pack.PackKind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What a backup does with contents, one thread, one step at a time: an operation is the whole content. */
@State(Scope.Benchmark)
public class Steps {
    private final byte[] associated = new byte[37];
    private final Aead aead = new Aead(Content.key());
    private byte[] text = {};

    @Setup
    public void allocate(Content content) {
        text = new byte
                [(int) Zstd.compressBound(content.vault.config().options().groupTarget())];
    }

    @Benchmark
    public void cut(Content content, Blackhole out) throws VaultException {
        byte[] bytes = content.bytes;
        Cutter cutter = content.vault.cutter();
        int length;
        for (int at = 0; at < bytes.length; at += length) {
            length = cutter.cut(bytes, at, bytes.length);
            out.consume(length);
        }
    }

    @Benchmark
    public void hash(Content content, Blackhole out) throws VaultException {
        ChunkIds ids = content.vault.contentIds();
        int at = 0;
        for (int length : content.chunks) {
            out.consume(ids.of(content.bytes, at, length));
            at += length;
        }
    }

    /** The call with which a group is compressed. */
    @Benchmark
    public void compress(Content content, Blackhole out) {
        int level = content.vault.config().options().compression();
        for (byte[] group : content.groups) {
            out.consume(Zstd.compressByteArray(text, 0, text.length, group, 0, group.length, level));
        }
    }

    @Benchmark
    public void seal(Content content, Blackhole out) {
        for (byte[] group : content.groups) {
            out.consume(aead.seal(new byte[Aead.NONCE_BYTES], associated, group));
        }
    }

    /** Both, as a pack's stream has it done. */
    @Benchmark
    public void compressAndSeal(Content content, Blackhole out) {
        for (byte[] group : content.groups) {
            out.consume(content.vault
                    .groups()
                    .seal(
                            PackKind.CONTENT,
                            content.session.nextGroup(),
                            content.session.secret(),
                            group,
                            group.length));
        }
    }
}
