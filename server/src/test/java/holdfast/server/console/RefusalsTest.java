package holdfast.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Walks every refusal in the source: its sentence is in the bundle, whose three languages {@link BundlesTest} compares. */
class RefusalsTest {
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("messages.refusals", Locale.ROOT);
    /** Packages whose exceptions are read by programs and whoever runs them, not by persons on pages. */
    private static final Pattern SPOKEN_IN_ENGLISH =
            Pattern.compile("holdfast\\.server(\\.(api|platform|record|secondsite\\.process)\\b.*)?");

    private static final Set<String> PLAIN =
            Set.of("IllegalArgumentException", "IllegalStateException", "NoSuchElementException");

    private static final List<NewClassTree> made = new ArrayList<>();
    private static final List<NewClassTree> madeForPeople = new ArrayList<>();
    private static final Set<String> literals = new TreeSet<>();

    @BeforeAll
    static void readTheSource() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> source = Files.walk(Path.of("src/main/java/holdfast/server"))) {
            List<Path> java =
                    source.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
            task.parse().forEach(unit -> unit.accept(new Walker(), null));
        }
    }

    /** Notes what is made with {@code new}, and every string. */
    private static final class Walker extends TreeScanner<Void, Void> {
        private boolean forPeople;

        @Override
        public Void visitCompilationUnit(CompilationUnitTree tree, Void nothing) {
            String in = String.valueOf(tree.getPackageName());
            forPeople = !SPOKEN_IN_ENGLISH.matcher(in).matches();
            return super.visitCompilationUnit(tree, null);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void nothing) {
            made.add(tree);
            if (forPeople) {
                madeForPeople.add(tree);
            }
            return super.visitNewClass(tree, null);
        }

        @Override
        public Void visitLiteral(LiteralTree tree, Void nothing) {
            if (tree.getValue() instanceof String text) {
                literals.add(text);
            }
            return super.visitLiteral(tree, null);
        }
    }

    @Test
    void aRefusalGivesItsSentenceAsManyValuesAsItTakes() {
        int walked = 0;
        for (NewClassTree refusal : made) {
            List<? extends ExpressionTree> given = refusal.getArguments();
            for (int i = 0; i < given.size(); i++) {
                if (text(given.get(i)).startsWith("refused.") && given.get(i) instanceof LiteralTree) {
                    String sentence = ENGLISH.getString(text(given.get(i)));
                    int taken = new MessageFormat(sentence, Locale.ENGLISH).getFormatsByArgumentIndex().length;
                    assertThat(given.size() - i - 1).as("%s", refusal).isEqualTo(taken);
                    walked++;
                }
            }
        }
        assertThat(walked).isGreaterThan(200);
    }

    @Test
    void everySentenceThatIsNamedIsThereAndNoneIsThereThatNobodyNames() {
        Set<String> known = ENGLISH.keySet();
        assertThat(known)
                .containsAll(literals.stream()
                        .filter(text -> text.matches("(refused|part)\\.[a-z-]*[a-z]"))
                        .toList());
        assertThat(known)
                .allMatch(key -> literals.contains(key)
                        || literals.stream().anyMatch(start -> start.matches(".+[.-]") && key.startsWith(start)));
    }

    /** A fault of the program is told in small letters; a sentence is for a person, who may not read English. */
    @Test
    void noExceptionSpeaksToPeopleInTheSourceItself() {
        assertThat(madeForPeople.stream()
                        .filter(one -> PLAIN.contains(one.getIdentifier().toString()))
                        .filter(one -> one.getArguments().size() == 1)
                        .map(one -> text(one.getArguments().getFirst()))
                        .filter(text -> text.matches("['A-Z].*"))
                        .toList())
                .isEmpty();
    }

    /** The string with which an expression begins; empty where it begins with none. */
    private static String text(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() instanceof String text -> text;
            case BinaryTree sum -> text(sum.getLeftOperand());
            default -> "";
        };
    }
}
