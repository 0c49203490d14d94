import java.io.IOException;

/** A reason to stop altogether, in a sentence for people, with the exit status that says which kind it is. */
final class Refusal extends IOException {
    private static final long serialVersionUID = 1;

    static final int USAGE = 2;
    static final int INCOMPLETE = 3;
    static final int NO_VAULT = 10;
    static final int WRONG_KEY = 12;
    static final int NOT_PERMITTED = 13;
    static final int DAMAGE = 14;

    final int status;

    Refusal(int status, String message) {
        super(message);
        this.status = status;
    }
}
