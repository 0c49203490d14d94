package holdfast.server.platform;

/** What was asked for is possible, but not as things stand. */
public final class NotNow extends IllegalStateException implements Refusal {
    private final transient Phrase why;

    public NotNow(String code, Object... values) {
        this(Refusal.phrase(code, values));
    }

    private NotNow(Phrase why) {
        super(Refusal.english(why));
        this.why = why;
    }

    @Override
    public Phrase why() {
        return why;
    }
}
