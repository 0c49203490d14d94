package holdfast.vault.host;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The calls that make and change files; otherwise as {@link Libc}. */
final class LibcWrite {
    static final int O_WRONLY = 1;
    static final int O_CREAT = 0100;
    static final int O_EXCL = 0200;
    static final int AT_REMOVEDIR = 0x200;

    private static final MethodHandle PWRITE =
            Libc.handle("pwrite", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG), -1);
    private static final MethodHandle FTRUNCATE =
            Libc.handle("ftruncate", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG), -1);
    private static final MethodHandle MKDIRAT =
            Libc.handle("mkdirat", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT), -1);
    private static final MethodHandle UNLINKAT =
            Libc.handle("unlinkat", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT), -1);
    private static final MethodHandle FCHOWNAT = Libc.handle(
            "fchownat", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT), -1);
    private static final MethodHandle FCHMOD =
            Libc.handle("fchmod", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT), -1);
    private static final MethodHandle FCHMODAT =
            Libc.handle("fchmodat", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), -1);
    private static final MethodHandle UTIMENSAT =
            Libc.handle("utimensat", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT), -1);
    private static final MethodHandle FUTIMENS =
            Libc.handle("futimens", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS), -1);
    private static final MethodHandle SYMLINKAT =
            Libc.handle("symlinkat", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS), -1);
    private static final MethodHandle LINKAT =
            Libc.handle("linkat", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT), -1);
    private static final MethodHandle MKNODAT =
            Libc.handle("mknodat", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_LONG), -1);
    private static final MethodHandle LSETXATTR = Libc.handle(
            "lsetxattr", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT), -1);
    private static final MethodHandle FSETXATTR = Libc.handle(
            "fsetxattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT), -1);
    private static final MethodHandle FLISTXATTR =
            Libc.handle("flistxattr", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), -1);
    private static final MethodHandle FREMOVEXATTR =
            Libc.handle("fremovexattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS), -1);
    private static final MethodHandle LREMOVEXATTR =
            Libc.handle("lremovexattr", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS), -1);
    private static final MethodHandle GETEUID = Libc.handle("geteuid", FunctionDescriptor.of(JAVA_INT), -1);
    private static final MethodHandle GETEGID = Libc.handle("getegid", FunctionDescriptor.of(JAVA_INT), -1);

    private LibcWrite() {}

    static long pwrite(int file, MemorySegment from, long length, long offset) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((long) PWRITE.invokeExact(state, file, from, length, offset), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int ftruncate(int file, long length) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((int) FTRUNCATE.invokeExact(state, file, length), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int mkdirat(int folder, MemorySegment path, int mode) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((int) MKDIRAT.invokeExact(state, folder, path, mode), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int unlinkat(int folder, MemorySegment path, int flags) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((int) UNLINKAT.invokeExact(state, folder, path, flags), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int fchownat(int folder, MemorySegment path, int user, int group, int flags) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((int) FCHOWNAT.invokeExact(state, folder, path, user, group, flags), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int fchmod(int file, int mode) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((int) FCHMOD.invokeExact(state, file, mode), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int fchmodat(int folder, MemorySegment path, int mode) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((int) FCHMODAT.invokeExact(state, folder, path, mode, 0), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int utimensat(int folder, MemorySegment path, MemorySegment times, int flags) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((int) UTIMENSAT.invokeExact(state, folder, path, times, flags), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int futimens(int file, MemorySegment times) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((int) FUTIMENS.invokeExact(state, file, times), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int symlinkat(MemorySegment target, int folder, MemorySegment path) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((int) SYMLINKAT.invokeExact(state, target, folder, path), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int linkat(int fromFolder, MemorySegment from, int folder, MemorySegment path) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((int) LINKAT.invokeExact(state, fromFolder, from, folder, path, 0), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int mknodat(int folder, MemorySegment path, int mode, long device) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((int) MKNODAT.invokeExact(state, folder, path, mode, device), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int lsetxattr(MemorySegment path, MemorySegment name, MemorySegment value, long length) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((int) LSETXATTR.invokeExact(state, path, name, value, length, 0), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int fsetxattr(int file, MemorySegment name, MemorySegment value, long length) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((int) FSETXATTR.invokeExact(state, file, name, value, length, 0), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static long flistxattr(int file, MemorySegment into, long length) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((long) FLISTXATTR.invokeExact(state, file, into, length), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int fremovexattr(int file, MemorySegment name) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((int) FREMOVEXATTR.invokeExact(state, file, name), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int lremovexattr(MemorySegment path, MemorySegment name) {
        try {
            MemorySegment state = Libc.state();
            return Libc.orErrno((int) LREMOVEXATTR.invokeExact(state, path, name), state);
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int effectiveUser() {
        try {
            return (int) GETEUID.invokeExact(Libc.state());
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }

    static int effectiveGroup() {
        try {
            return (int) GETEGID.invokeExact(Libc.state());
        } catch (Throwable e) {
            throw Libc.impossible(e);
        }
    }
}
