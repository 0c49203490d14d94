package holdfast.cli;

import holdfast.tape.ObjectSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Objects of a cartridge as files below a folder; one appears only when it is whole. */
final class ObjectFiles implements ObjectSink {
    private final Path folder;
    private final Path unfinished;

    ObjectFiles(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        Files.createDirectories(this.folder);
        this.unfinished = this.folder.resolve(".unfinished");
    }

    @Override
    public OutputStream begin(String name, long size) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(unfinished));
    }

    @Override
    public void end(String name, boolean whole) throws IOException {
        Path file = folder.resolve(name).normalize();
        boolean inside = file.startsWith(folder) && !file.equals(folder);
        Path parent = file.getParent();
        if (!whole || !inside || parent == null) {
            Files.delete(unfinished);
            if (!inside) {
                throw new IOException("an object is named '" + name + "', which would lie outside of " + folder);
            }
            return;
        }
        Files.createDirectories(parent);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
