package holdfast.server.platform;

/** What was asked for cannot be so, whoever asks and whenever. */
public final class Invalid extends IllegalArgumentException implements Refusal {
    private final transient Phrase why;

    public Invalid(String code, Object... values) {
        this(Refusal.phrase(code, values));
    }

    private Invalid(Phrase why) {
        super(Refusal.english(why));
        this.why = why;
    }

    @Override
    public Phrase why() {
        return why;
    }
}
