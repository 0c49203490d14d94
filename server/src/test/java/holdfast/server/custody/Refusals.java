package holdfast.server.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import holdfast.server.custody.RefusedException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Says that something was refused, and why. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(Reason reason, ThrowingCallable act) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, act);
        assertThat(refused).as("refused with " + reason).isNotNull();
        assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
    }
}
