package holdfast.server.platform;

import org.jspecify.annotations.Nullable;

/** A refusal that is none of the JDK's exceptions. */
public abstract class Refused extends RuntimeException implements Refusal {
    private final transient Phrase why;

    protected Refused(Phrase why) {
        this(why, null);
    }

    protected Refused(Phrase why, @Nullable Throwable cause) {
        super(Refusal.english(why), cause);
        this.why = why;
    }

    @Override
    public final Phrase why() {
        return why;
    }
}
