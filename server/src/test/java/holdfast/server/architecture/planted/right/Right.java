package holdfast.server.architecture.planted.right;

import holdfast.server.architecture.planted.left.Left;
import org.jspecify.annotations.Nullable;

/** One half of a cycle, planted so that the rule against cycles is seen to fail. */
public final class Right {
    public @Nullable Left other;
}
