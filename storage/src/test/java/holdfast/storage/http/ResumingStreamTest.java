package holdfast.storage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.storage.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResumingStreamTest {
    @Test
    void aReadThatBreaksGoesOnWhereItBroke() throws IOException {
        byte[] bytes = new byte[1000];
        Arrays.setAll(new Object[1000], i -> bytes[i] = (byte) i);
        AtomicInteger opened = new AtomicInteger();
        ResumingStream.Opener inParts = offset -> {
            opened.incrementAndGet();
            return ByteSource.of(Arrays.copyOfRange(bytes, (int) offset, Math.min(1000, (int) offset + 300)))
                    .open();
        };
        try (InputStream in = new ResumingStream(InputStream.nullInputStream(), 1000, inParts, TestServer.TWICE)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(opened).hasValue(4);
        try (InputStream in = new ResumingStream(
                InputStream.nullInputStream(), 1000, offset -> InputStream.nullInputStream(), TestServer.TWICE)) {
            assertThatThrownBy(in::readAllBytes).hasMessageContaining("after 0 of 1000 bytes");
        }
    }
}
