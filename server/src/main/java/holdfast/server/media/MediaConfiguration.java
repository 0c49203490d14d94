package holdfast.server.media;

import holdfast.server.platform.DataFolder;
import holdfast.tape.Changer;
import holdfast.tape.Mounts;
import holdfast.tape.VirtualLibrary;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The library of a server that was given no other: a virtual one in {@code cartridges/}. */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {
    private static final int SLOTS = 500;
    private static final int DRIVES = 2;
    /** LTO-9, uncompressed. */
    private static final long CAPACITY = 18_000_000_000_000L;

    @Bean(destroyMethod = "close")
    VirtualLibrary tapeLibrary(DataFolder data) throws IOException {
        return VirtualLibrary.open(data.cartridges(), SLOTS, DRIVES, CAPACITY);
    }

    @Bean
    Mounts mounts(Changer changer) {
        return new Mounts(changer);
    }
}
