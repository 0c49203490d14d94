package holdfast.cli;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, in the macros of {@code man(7)}. */
final class ManPage {
    private final CommandLine line;
    private final CommandSpec spec;
    private final StringBuilder text = new StringBuilder();

    ManPage(CommandLine line) {
        this.line = line;
        this.spec = line.getCommandSpec();
    }

    /** {@code holdfast-key-add}. */
    String name() {
        return spec.qualifiedName("-");
    }

    String text() {
        text.setLength(0);
        String[] description = spec.usageMessage().description();
        macro("TH " + name().toUpperCase(Locale.ROOT) + " 1");
        section("NAME");
        words(name() + " - " + firstSentence(description));
        section("SYNOPSIS");
        macro("B " + escaped(spec.qualifiedName(" ")));
        words(line.getHelp().synopsis(0).strip().replaceFirst("^" + spec.qualifiedName(" ") + "\\s*", ""));
        section("DESCRIPTION");
        for (String paragraph : description) {
            macro("PP");
            words(plain(paragraph));
        }
        arguments();
        commands();
        exitCodes();
        seeAlso();
        return text.toString();
    }

    private void arguments() {
        if (!spec.positionalParameters().isEmpty() || !spec.options().isEmpty()) {
            section("OPTIONS");
        }
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            entry(parameter.paramLabel(), parameter.description());
        }
        for (OptionSpec option : spec.options()) {
            String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
            entry(String.join(", ", option.names()) + value, option.description());
        }
    }

    private void commands() {
        Set<CommandLine> subcommands = new LinkedHashSet<>(line.getSubcommands().values());
        if (!subcommands.isEmpty()) {
            section("COMMANDS");
        }
        for (CommandLine sub : subcommands) {
            entry(sub.getCommandName(), sub.getCommandSpec().usageMessage().description());
        }
    }

    /** As they stand in the help of the whole. */
    private void exitCodes() {
        section("EXIT STATUS");
        for (String code : spec.root().usageMessage().footer()) {
            String[] parts = code.strip().split("\\s+", 2);
            entry(parts[0], parts[1]);
        }
    }

    private void seeAlso() {
        Set<String> others = new LinkedHashSet<>();
        if (spec.parent() != null) {
            others.add(spec.parent().qualifiedName("-"));
        }
        line.getSubcommands()
                .values()
                .forEach(sub -> others.add(sub.getCommandSpec().qualifiedName("-")));
        if (!others.isEmpty()) {
            section("SEE ALSO");
            words(String.join(", ", others.stream().map(other -> other + "(1)").toList()));
        }
    }

    private void entry(String term, String... description) {
        macro("TP");
        macro("B " + escaped(term));
        for (String paragraph : description) {
            words(plain(paragraph));
        }
    }

    private void section(String title) {
        macro("SH " + title);
    }

    private void macro(String macro) {
        text.append('.').append(macro).append('\n');
    }

    private void words(String words) {
        String escaped = escaped(words);
        boolean control = escaped.startsWith(".") || escaped.startsWith("'");
        text.append(control ? "\\&" : "").append(escaped).append('\n');
    }

    static String firstSentence(String[] description) {
        String all = description.length == 0 ? "" : plain(description[0]);
        int end = all.indexOf(". ");
        return end < 0 ? all : all.substring(0, end + 1);
    }

    private static String plain(String description) {
        return description.replace("%%", "%");
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\e").replace("-", "\\-").replaceAll("\\s+", " ");
    }
}
