package holdfast.server.drill.synthetic;

import holdfast.subjects.RegisterSpec;
import java.nio.file.Path;
import java.util.List;

/**
 * What was made.
 *
 * @param folder everything lies in it
 * @param registers how the registers in it are read
 * @param registerFiles the register files
 * @param creditors how many persons are creditors, in one register or several
 * @param staff how many are staff; nobody is both
 * @param records rows of all registers
 * @param withoutEmail persons without a mail address
 * @param bytes of all files
 */
public record SyntheticData(
        Path folder,
        List<RegisterSpec> registers,
        List<Path> registerFiles,
        int creditors,
        int staff,
        long records,
        int withoutEmail,
        long bytes) {}
