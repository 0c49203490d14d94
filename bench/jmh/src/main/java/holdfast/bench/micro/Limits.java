package holdfast.bench.micro;

import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** What this machine could do at most, where no tool of the system tells it. */
@State(Scope.Benchmark)
public class Limits {
    private static final int LANES = 4;
    private static final int LOOK_BACK = 64;

    private final long[] gear = new SplittableRandom(1).longs(256).toArray();
    private final ZstdCompressCtx zstd = new ZstdCompressCtx();
    private ByteBuffer in = ByteBuffer.allocateDirect(0);
    private ByteBuffer out = ByteBuffer.allocateDirect(0);
    private int lane;

    @Setup
    public void prepare(Content content) {
        int seen = 0;
        for (int length : content.chunks) {
            seen += Math.max(0, length - content.vault.config().options().chunkMinimum() + LOOK_BACK);
        }
        lane = seen / LANES;
        zstd.setLevel(content.vault.config().options().compression());
        in = ByteBuffer.allocateDirect(content.bytes.length).put(content.bytes);
        out = ByteBuffer.allocateDirect(content.bytes.length);
    }

    /**
     * Look-up, shift and addition for as many bytes as the cutter has to look at, and nothing is decided. In four lanes:
     * in one, each addition would wait for the one before, and the machine can do better.
     */
    @Benchmark
    public long cut(Content content) {
        byte[] bytes = content.bytes;
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        for (int i = 0; i < lane; i++) {
            a = (a << 1) + gear[bytes[i] & 0xff];
            b = (b << 1) + gear[bytes[i + lane] & 0xff];
            c = (c << 1) + gear[bytes[i + 2 * lane] & 0xff];
            d = (d << 1) + gear[bytes[i + 3 * lane] & 0xff];
        }
        return a ^ b ^ c ^ d;
    }

    /** The library's own speed: memory that the collector does not know, one context for all. */
    @Benchmark
    public void compress(Content content, Blackhole hole) {
        int from = 0;
        for (byte[] group : content.groups) {
            out.clear();
            hole.consume(zstd.compress(out, in.slice(from, group.length)));
            from += group.length;
        }
    }

    @TearDown
    public void close() {
        zstd.close();
    }
}
