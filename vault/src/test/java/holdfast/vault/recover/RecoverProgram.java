package holdfast.vault.recover;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The program of {@code recover/}, compiled once from its sources with every warning an error, and run in this JVM.
 * Its classes have no package, so they are reached by reflection; {@code .ci/escape} runs it as a person would.
 */
public final class RecoverProgram {
    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final ClassLoader CLASSES = compile();

    private RecoverProgram() {}

    /** What it printed, and its exit status. */
    public record Outcome(int status, String out, String err) {}

    /** Runs a command. */
    public static Outcome run(Map<String, String> environment, String... args) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = (int) call(
                method("Recover", "run", String[].class, Map.class, PrintStream.class, PrintStream.class),
                args,
                environment,
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        return new Outcome(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** @throws IOException if the bytes are not one whole frame of at most so many bytes */
    public static byte[] unzstd(byte[] frame, int most) throws IOException {
        Method decompress = method("Zstd", "decompress", byte[].class, int.class, int.class, int.class);
        return (byte[]) call(decompress, frame, 0, frame.length, most);
    }

    /** Argon2id as the program has it. */
    public static byte[] argon2id(byte[] passphrase, byte[] salt, int kib, int passes, int lanes) throws IOException {
        Class<?> number = int.class;
        Method derive = method("Argon2id", "derive", byte[].class, byte[].class, number, number, number, number);
        return (byte[]) call(derive, passphrase, salt, kib, passes, lanes, 32);
    }

    /** A static method of one of its classes. */
    public static Method method(String type, String name, Class<?>... parameters) {
        try {
            Method method = CLASSES.loadClass(type).getDeclaredMethod(name, parameters);
            method.setAccessible(true);
            return method;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("recover/ has no " + type + "." + name, e);
        }
    }

    /** Calls it, and throws what it throws. */
    public static Object call(Method method, Object... arguments) throws IOException {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new AssertionError(cause);
        } catch (IllegalAccessException e) {
            throw new LinkageError("not to be called", e);
        }
    }

    private static ClassLoader compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path into = MODULE.resolve("target/recover-classes");
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8);
                Stream<Path> sources = Files.list(MODULE.resolve("../recover"))) {
            List<Path> java =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            Files.createDirectories(into);
            List<String> options = List.of("--release", "25", "-Xlint:all", "-Werror", "-d", into.toString());
            boolean compiled = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
            if (!compiled) {
                throw new AssertionError("recover/ does not compile:\n" + said);
            }
            return new URLClassLoader(new java.net.URL[] {into.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
