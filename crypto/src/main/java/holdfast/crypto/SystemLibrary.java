package holdfast.crypto;

/** The system's {@code libcrypto}, which does the work of ciphers, hashes and signatures where it is there. */
public final class SystemLibrary {
    private SystemLibrary() {}

    /**
     * Looks for it and binds its functions, which takes a tenth of a second or two; else the first use does. For a
     * thread beside the one that has something else to do first.
     *
     * @return whether it is there
     */
    public static boolean load() {
        return Libcrypto.HERE.isPresent() && LibcryptoKeys.HERE.isPresent();
    }
}
