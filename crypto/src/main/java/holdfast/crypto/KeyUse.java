package holdfast.crypto;

/**
 * What somebody does with a key while a store lends it: the secret is closed afterwards and must not be kept.
 *
 * @param <R> what comes of it
 * @param <X> what it may throw besides unchecked exceptions
 */
@FunctionalInterface
public interface KeyUse<R, X extends Exception> {
    R with(Secret key) throws X;
}
