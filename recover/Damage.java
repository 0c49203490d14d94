import java.io.IOException;

/**
 * Something in the vault is not what its format says: bytes missing, changed, forged, or of a later version.
 *
 * <p>The message is one sentence for whoever runs the program; it names what is wrong, and the place that caught it
 * adds which object or file it was. It is an {@link IOException} because it is handled as one: this file is lost,
 * the next one may not be.
 */
final class Damage extends IOException {
    private static final long serialVersionUID = 1;

    Damage(String message) {
        super(message);
    }
}
