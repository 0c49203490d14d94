package holdfast.server.architecture.planted.left;

import holdfast.server.architecture.planted.right.Right;
import org.jspecify.annotations.Nullable;

/** One half of a cycle, planted so that the rule against cycles is seen to fail. */
public final class Left {
    public @Nullable Right other;
}
