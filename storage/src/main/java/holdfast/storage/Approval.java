package holdfast.storage;

/**
 * The vault's owner, who approves of what a store does not do for everybody. A store hands over the very words of
 * what it is asked to do, bound to this one time, and gets back a signature; it decides itself whom it believes.
 */
@FunctionalInterface
public interface Approval {
    /** @return the signature over these words and the vault's id */
    byte[] sign(byte[] words);
}
