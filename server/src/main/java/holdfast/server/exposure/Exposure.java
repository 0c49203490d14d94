package holdfast.server.exposure;

import holdfast.tape.Barcode;
import java.util.Map;
import java.util.Set;

/** Who is on which cartridge, from memory: without the media, within a second. Safe for many threads. */
public interface Exposure {
    /** The persons on these cartridges together. */
    ExposureReport of(Set<Barcode> cartridges);

    /** What it would mean if these cartridges never arrived: asked before every departure. */
    LossForecast ifLost(Set<Barcode> cartridges);

    /** The kinds of data that lie on these cartridges about the persons of each category: what a notice names. */
    Map<String, Set<String>> kindsByCategory(Set<Barcode> cartridges);

    /** The persons on these cartridges, for notices; those behind unread rows are not among them. */
    SubjectSet subjects(Set<Barcode> cartridges);
}
