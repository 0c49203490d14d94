package holdfast.crypto;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Ed25519 (RFC 8032) and X25519 (RFC 7748) of the system's {@code libcrypto}, on raw keys of 32 bytes. The JDK gives
 * the same bytes, thirty times slower before the compiler has come to it: a command that opens a vault verifies a
 * signature for each object it reads. Thread-safe.
 */
final class LibcryptoKeys {
    /** Empty where there is no such library: then the JDK does it. */
    static final Optional<LibcryptoKeys> HERE = Libcrypto.find(LibcryptoKeys::new);

    private static final int X25519 = 1034;
    private static final int ED25519 = 1087;
    private static final int KEY_BYTES = 32;

    private final MethodHandle privateKey;
    private final MethodHandle publicKey;
    private final MethodHandle rawPublicKey;
    private final MethodHandle freeKey;
    private final MethodHandle newDigest;
    private final MethodHandle freeDigest;
    private final MethodHandle signInit;
    private final MethodHandle sign;
    private final MethodHandle verifyInit;
    private final MethodHandle verify;
    private final MethodHandle newContext;
    private final MethodHandle freeContext;
    private final MethodHandle deriveInit;
    private final MethodHandle derivePeer;
    private final MethodHandle derive;

    private LibcryptoKeys(SymbolLookup library) {
        FunctionDescriptor ofRaw = FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG);
        FunctionDescriptor init = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        FunctionDescriptor two = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
        FunctionDescriptor three = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        FunctionDescriptor free = FunctionDescriptor.ofVoid(ADDRESS);
        privateKey = Libcrypto.handle(library, "EVP_PKEY_new_raw_private_key", ofRaw);
        publicKey = Libcrypto.handle(library, "EVP_PKEY_new_raw_public_key", ofRaw);
        rawPublicKey = Libcrypto.handle(library, "EVP_PKEY_get_raw_public_key", three);
        freeKey = Libcrypto.handle(library, "EVP_PKEY_free", free);
        newDigest = Libcrypto.handle(library, "EVP_MD_CTX_new", FunctionDescriptor.of(ADDRESS));
        freeDigest = Libcrypto.handle(library, "EVP_MD_CTX_free", free);
        signInit = Libcrypto.handle(library, "EVP_DigestSignInit", init);
        sign = Libcrypto.handle(
                library,
                "EVP_DigestSign",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
        verifyInit = Libcrypto.handle(library, "EVP_DigestVerifyInit", init);
        verify = Libcrypto.handle(
                library,
                "EVP_DigestVerify",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG));
        newContext = Libcrypto.handle(library, "EVP_PKEY_CTX_new", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        freeContext = Libcrypto.handle(library, "EVP_PKEY_CTX_free", free);
        deriveInit = Libcrypto.handle(library, "EVP_PKEY_derive_init", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        derivePeer = Libcrypto.handle(library, "EVP_PKEY_derive_set_peer", two);
        derive = Libcrypto.handle(library, "EVP_PKEY_derive", three);
    }

    /** What is done with a native key, or context, which is freed afterwards. */
    private interface Use<T> {
        T with(MemorySegment nativeObject) throws Throwable;
    }

    /** The public half of an Ed25519 seed. */
    byte[] ed25519PublicKey(byte[] seed) {
        return withKey(privateKey, ED25519, seed, this::publicHalf);
    }

    /** The 64-byte signature under an Ed25519 seed. */
    byte[] sign(byte[] seed, byte[] message) {
        return withKey(
                privateKey,
                ED25519,
                seed,
                key -> with(newDigest(), freeDigest, digest -> {
                    demand((int) signInit.invokeExact(
                            digest, MemorySegment.NULL, MemorySegment.NULL, MemorySegment.NULL, key));
                    byte[] signature = new byte[SigningKey.SIGNATURE_BYTES];
                    demand((int) sign.invokeExact(
                            digest,
                            MemorySegment.ofArray(signature),
                            length(signature.length),
                            MemorySegment.ofArray(message),
                            (long) message.length));
                    return signature;
                }));
    }

    /** False for a signature of another message or key, and for a key that is no point of the curve. */
    boolean verifies(byte[] key32, byte[] message, byte[] signature) {
        return withKey(
                publicKey,
                ED25519,
                key32,
                key -> with(newDigest(), freeDigest, digest -> {
                    demand((int) verifyInit.invokeExact(
                            digest, MemorySegment.NULL, MemorySegment.NULL, MemorySegment.NULL, key));
                    return (int) verify.invokeExact(
                                    digest,
                                    MemorySegment.ofArray(signature),
                                    (long) signature.length,
                                    MemorySegment.ofArray(message),
                                    (long) message.length)
                            == 1;
                }));
    }

    /** What an X25519 key and another's public one have in common; nothing if the other's is of low order. */
    Optional<byte[]> agree(byte[] own, byte[] other) {
        return withKey(
                privateKey,
                X25519,
                own,
                mine -> withKey(
                        publicKey,
                        X25519,
                        other,
                        theirs -> with(newContext(mine), freeContext, context -> {
                            demand((int) deriveInit.invokeExact(context));
                            demand((int) derivePeer.invokeExact(context, theirs));
                            byte[] shared = new byte[KEY_BYTES];
                            int result =
                                    (int) derive.invokeExact(context, MemorySegment.ofArray(shared), length(KEY_BYTES));
                            return result == 1 ? Optional.of(shared) : Optional.<byte[]>empty();
                        })));
    }

    private byte[] publicHalf(MemorySegment key) throws Throwable {
        byte[] half = new byte[KEY_BYTES];
        demand((int) rawPublicKey.invokeExact(key, MemorySegment.ofArray(half), length(KEY_BYTES)));
        return half;
    }

    private MemorySegment newDigest() throws Throwable {
        return (MemorySegment) newDigest.invokeExact();
    }

    private MemorySegment newContext(MemorySegment key) throws Throwable {
        return (MemorySegment) newContext.invokeExact(key, MemorySegment.NULL);
    }

    private <T> T withKey(MethodHandle maker, int type, byte[] raw, Use<T> use) {
        try {
            MemorySegment key = (MemorySegment)
                    maker.invokeExact(type, MemorySegment.NULL, MemorySegment.ofArray(raw), (long) raw.length);
            return with(key, freeKey, use);
        } catch (Throwable e) {
            throw Libcrypto.failed(e);
        }
    }

    private static <T> T with(MemorySegment made, MethodHandle free, Use<T> use) throws Throwable {
        if (made.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("libcrypto made no key or no context");
        }
        try {
            return use.with(made);
        } finally {
            free.invokeExact(made);
        }
    }

    /** A {@code size_t} that tells how much room there is, and is told how much was written. */
    private static MemorySegment length(int bytes) {
        return MemorySegment.ofArray(new long[] {bytes});
    }

    private static void demand(int result) {
        Libcrypto.demand(result);
    }
}
