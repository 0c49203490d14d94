package holdfast.server.platform;

import java.util.NoSuchElementException;

/** There is nothing here by that name. */
public final class Unknown extends NoSuchElementException implements Refusal {
    private final transient Phrase why;

    public Unknown(String code, Object... values) {
        this(Refusal.phrase(code, values));
    }

    private Unknown(Phrase why) {
        super(Refusal.english(why));
        this.why = why;
    }

    @Override
    public Phrase why() {
        return why;
    }
}
