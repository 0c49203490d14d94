package holdfast.crypto;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * AES-256-GCM and SHA-256 of the system's {@code libcrypto} (OpenSSL 3), where there is one. It gives the very bytes
 * that the JDK gives, and is fast from the first byte: the JDK's are so only when the compiler has come to them,
 * which in a command that lives for two seconds is most of its time. Arrays are passed as they lie, without a copy.
 * Thread-safe.
 */
final class Libcrypto {
    /** Found and tried with known answers, or empty: then the JDK does it. */
    static final Optional<Libcrypto> HERE = find(Libcrypto::new).filter(Libcrypto::givesKnownAnswers);

    /** {@code SHA256_CTX}: a plain structure, which may be copied to start again from where it is. */
    static final int SHA256_STATE_BYTES = 112;

    private static final int GET_TAG = 0x10;
    private static final int SET_TAG = 0x11;

    private final MethodHandle newContext;
    private final MethodHandle freeContext;
    private final MethodHandle init;
    private final MethodHandle update;
    private final MethodHandle finish;
    private final MethodHandle control;
    private final MethodHandle shaInit;
    private final MethodHandle shaUpdate;
    private final MethodHandle shaFinal;
    private final MemorySegment gcm;

    /** What is made of the library's functions. */
    interface Maker<T> {
        T of(SymbolLookup library) throws Throwable;
    }

    private Libcrypto(SymbolLookup library) throws Throwable {
        newContext = handle(library, "EVP_CIPHER_CTX_new", FunctionDescriptor.of(ADDRESS));
        freeContext = handle(library, "EVP_CIPHER_CTX_free", FunctionDescriptor.ofVoid(ADDRESS));
        init = handle(
                library,
                "EVP_CipherInit_ex",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
        update = handle(
                library,
                "EVP_CipherUpdate",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
        finish = handle(library, "EVP_CipherFinal_ex", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
        control = handle(
                library, "EVP_CIPHER_CTX_ctrl", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
        shaInit = handle(library, "SHA256_Init", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        shaUpdate = handle(library, "SHA256_Update", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
        shaFinal = handle(library, "SHA256_Final", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
        gcm = (MemorySegment) handle(library, "EVP_aes_256_gcm", FunctionDescriptor.of(ADDRESS))
                .invokeExact();
    }

    static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), type, Linker.Option.critical(true));
    }

    /** Nothing if the library, or one of the functions, is not here. */
    static <T> Optional<T> find(Maker<T> maker) {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.of(SymbolLookup.libraryLookup("libcrypto.so.3", Arena.global())));
        } catch (IllegalArgumentException | NoSuchElementException | IllegalCallerException e) {
            // No such library, or another one of that name, or native access is not permitted.
            return Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException("libcrypto.so.3 could not be called", e);
        }
    }

    /** Test case 14 of the GCM specification, and SHA-256 of nothing. */
    private boolean givesKnownAnswers() {
        try {
            byte[] sealed = seal(new byte[32], new byte[12], new byte[0], new byte[16], 0, 16);
            byte[] state = sha256();
            return HexFormat.of()
                            .formatHex(sealed)
                            .equals("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")
                    && HexFormat.of()
                            .formatHex(digest(state))
                            .equals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Ciphertext with the tag behind it. */
    byte[] seal(byte[] key, byte[] nonce, byte[] associated, byte[] plain, int from, int length) {
        byte[] sealed = new byte[length + Aead.TAG_BYTES];
        MemorySegment out = MemorySegment.ofArray(sealed);
        try {
            MemorySegment context = start(key, nonce, associated, 1);
            try {
                update(context, out, MemorySegment.ofArray(plain).asSlice(from, length), length);
                demand((int) finish.invokeExact(context, out, count()));
                demand((int) control.invokeExact(context, GET_TAG, Aead.TAG_BYTES, out.asSlice(length)));
                return sealed;
            } finally {
                freeContext.invokeExact(context);
            }
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** The plaintext; nothing if the tag does not fit. */
    Optional<byte[]> open(byte[] key, byte[] nonce, byte[] associated, byte[] sealed, int from, int sealedLength) {
        int length = sealedLength - Aead.TAG_BYTES;
        if (length < 0) {
            return Optional.empty();
        }
        byte[] plain = new byte[length];
        MemorySegment in = MemorySegment.ofArray(sealed).asSlice(from, sealedLength);
        MemorySegment out = MemorySegment.ofArray(plain);
        try {
            MemorySegment context = start(key, nonce, associated, 0);
            try {
                update(context, out, in, length);
                demand((int) control.invokeExact(context, SET_TAG, Aead.TAG_BYTES, in.asSlice(length)));
                if ((int) finish.invokeExact(context, out, count()) == 1) {
                    return Optional.of(plain);
                }
                Arrays.fill(plain, (byte) 0);
                return Optional.empty();
            } finally {
                freeContext.invokeExact(context);
            }
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** A context that has the key and the associated data; freeing it wipes it. */
    private MemorySegment start(byte[] key, byte[] nonce, byte[] associated, int encrypt) throws Throwable {
        if (nonce.length != Aead.NONCE_BYTES) {
            throw new IllegalArgumentException("a nonce has " + Aead.NONCE_BYTES + " bytes, not " + nonce.length);
        }
        MemorySegment context = (MemorySegment) newContext.invokeExact();
        if (context.equals(MemorySegment.NULL)) {
            throw new OutOfMemoryError("libcrypto has no memory for a cipher");
        }
        try {
            demand((int) init.invokeExact(
                    context,
                    gcm,
                    MemorySegment.NULL,
                    MemorySegment.ofArray(key),
                    MemorySegment.ofArray(nonce),
                    encrypt));
            update(context, MemorySegment.NULL, MemorySegment.ofArray(associated), associated.length);
            return context;
        } catch (Throwable e) {
            freeContext.invokeExact(context);
            throw e;
        }
    }

    private void update(MemorySegment context, MemorySegment out, MemorySegment in, int length) throws Throwable {
        if (length > 0) {
            demand((int) update.invokeExact(context, out, count(), in, length));
        }
    }

    /** Where a call leaves how much it wrote; the lengths here are known before. */
    private static MemorySegment count() {
        return MemorySegment.ofArray(new int[1]);
    }

    /** The state of a SHA-256 over nothing yet. */
    byte[] sha256() {
        byte[] state = new byte[SHA256_STATE_BYTES];
        try {
            demand((int) shaInit.invokeExact(MemorySegment.ofArray(state)));
            return state;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    void update(byte[] state, byte[] bytes, int from, int length) {
        try {
            demand((int) shaUpdate.invokeExact(
                    MemorySegment.ofArray(state), MemorySegment.ofArray(bytes).asSlice(from, length), (long) length));
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** The 32 bytes; the state is of no more use. */
    byte[] digest(byte[] state) {
        byte[] digest = new byte[32];
        try {
            demand((int) shaFinal.invokeExact(MemorySegment.ofArray(digest), MemorySegment.ofArray(state)));
            return digest;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    static void demand(int result) {
        if (result != 1) {
            throw new IllegalStateException("libcrypto refused");
        }
    }

    static RuntimeException failed(Throwable e) {
        return switch (e) {
            case RuntimeException here -> here;
            case Error error -> throw error;
            default -> new IllegalStateException("libcrypto could not be called", e);
        };
    }
}
