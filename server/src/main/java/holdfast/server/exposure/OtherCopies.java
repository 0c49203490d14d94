package holdfast.server.exposure;

import java.io.IOException;
import java.util.Set;

/** Says which objects of the vault lie at another site. A bean of whatever copies them there. */
@FunctionalInterface
public interface OtherCopies {
    /** Those of these objects that some other site holds, as far as is known now. */
    Set<String> held(Set<String> objects) throws IOException;
}
