package holdfast.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends ObjectStoreContract {
    @TempDir
    Path folder;

    @Override
    protected ObjectStore emptyStore() {
        return new FolderStore(folder.resolve("store"));
    }

    @Test
    void aPutThatFailsLeavesNothing() throws IOException {
        FolderStore store = new FolderStore(folder);
        ObjectName name = new ObjectName("packs/aa/aa00");
        assertThatThrownBy(() -> store.put(name, failing())).hasMessageContaining(name.value());
        assertThat(store.exists(name)).isFalse();
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void foreignFilesAreNotListed() throws IOException {
        FolderStore store = new FolderStore(folder);
        Files.writeString(folder.resolve("READ ME.txt"), "not ours");
        Files.createDirectories(folder.resolve("tmp"));
        Files.writeString(folder.resolve("tmp/1-1"), "left by a crash");
        try (Stream<StoredObject> all = store.list("")) {
            assertThat(all).isEmpty();
        }
        store.removeTemporary();
        assertThat(folder.resolve("tmp/1-1")).doesNotExist();
    }

    private static ByteSource failing() {
        return new ByteSource() {
            @Override
            public long size() {
                return 10;
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("the source broke");
            }
        };
    }
}
