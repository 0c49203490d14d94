package holdfast.vault.model;

/** Hears how a long piece of work goes on. Called from several threads; must be quick and throw nothing. */
public interface Progress {
    /** Hears nothing. */
    Progress NONE = new Progress() {};

    /** What is known of the whole, so far: it may grow. */
    default void total(long files, long bytes) {}

    /** So much more is done. */
    default void advanced(long files, long bytes) {}

    /** What is being worked on. */
    default void at(FilePath path) {}
}
