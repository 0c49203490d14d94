package holdfast.vault.host;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The calls of the Linux C library that {@code java.nio.file} cannot make, or makes at ten times the cost. Every
 * method returns what the call returned, or the negative {@code errno}. Nothing outside of this package sees it.
 */
final class Libc {
    static final int AT_FDCWD = -100;
    static final int AT_SYMLINK_NOFOLLOW = 0x100;
    static final int AT_EMPTY_PATH = 0x1000;
    static final int O_RDONLY = 0;
    static final int O_NONBLOCK = 04000;
    static final int O_CLOEXEC = 02000000;
    /** Of the other architectures, 64-bit ARM has other numbers for these two. */
    static final int O_DIRECTORY = isArm() ? 040000 : 0200000;

    static final int O_NOFOLLOW = isArm() ? 0100000 : 0400000;
    private static final int STATX_BASIC_STATS = 0x7ff;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LOOKUP = LINKER.defaultLookup();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final ThreadLocal<MemorySegment> CAPTURED =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STATE));

    private static final MethodHandle OPENAT =
            handle("openat", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), 3);
    private static final MethodHandle CLOSE = handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), -1);
    private static final MethodHandle READ =
            handle("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), -1);
    private static final MethodHandle STATX =
            handle("statx", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS), -1);
    private static final MethodHandle GETDENTS =
            handle("getdents64", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), -1);
    private static final MethodHandle READLINKAT =
            handle("readlinkat", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG), -1);
    private static final MethodHandle LLISTXATTR =
            handle("llistxattr", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG), -1);
    private static final MethodHandle LGETXATTR =
            handle("lgetxattr", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG), -1);

    private Libc() {}

    private static boolean isArm() {
        return System.getProperty("os.arch", "").equals("aarch64");
    }

    /** @param variadicFrom the first variadic argument's number, or -1 */
    static MethodHandle handle(String name, FunctionDescriptor type, int variadicFrom) {
        MemorySegment symbol = LOOKUP.findOrThrow(name);
        Linker.Option state = Linker.Option.captureCallState("errno");
        return variadicFrom < 0
                ? LINKER.downcallHandle(symbol, type, state)
                : LINKER.downcallHandle(symbol, type, state, Linker.Option.firstVariadicArg(variadicFrom));
    }

    static int openat(int folder, MemorySegment path, int flags, int mode) {
        try {
            MemorySegment state = CAPTURED.get();
            return orErrno((int) OPENAT.invokeExact(state, folder, path, flags, mode), state);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int close(int file) {
        try {
            MemorySegment state = CAPTURED.get();
            return orErrno((int) CLOSE.invokeExact(state, file), state);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long read(int file, MemorySegment into, long length) {
        try {
            MemorySegment state = CAPTURED.get();
            return orErrno((long) READ.invokeExact(state, file, into, length), state);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int statx(int folder, MemorySegment path, int flags, MemorySegment into) {
        try {
            MemorySegment state = CAPTURED.get();
            return orErrno((int) STATX.invokeExact(state, folder, path, flags, STATX_BASIC_STATS, into), state);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long getdents(int folder, MemorySegment into, long length) {
        try {
            MemorySegment state = CAPTURED.get();
            return orErrno((long) GETDENTS.invokeExact(state, folder, into, length), state);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long readlinkat(int folder, MemorySegment path, MemorySegment into, long length) {
        try {
            MemorySegment state = CAPTURED.get();
            return orErrno((long) READLINKAT.invokeExact(state, folder, path, into, length), state);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long llistxattr(MemorySegment path, MemorySegment into, long length) {
        try {
            MemorySegment state = CAPTURED.get();
            return orErrno((long) LLISTXATTR.invokeExact(state, path, into, length), state);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long lgetxattr(MemorySegment path, MemorySegment name, MemorySegment into, long length) {
        try {
            MemorySegment state = CAPTURED.get();
            return orErrno((long) LGETXATTR.invokeExact(state, path, name, into, length), state);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static MemorySegment state() {
        return CAPTURED.get();
    }

    static int orErrno(int result, MemorySegment state) {
        return result >= 0 ? result : -(int) ERRNO.get(state, 0L);
    }

    static long orErrno(long result, MemorySegment state) {
        return result >= 0 ? result : -(int) ERRNO.get(state, 0L);
    }

    static IllegalStateException impossible(Throwable e) {
        return new IllegalStateException("a call of the C library could not be made", e);
    }
}
