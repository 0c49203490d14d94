package holdfast.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completions for fish: a line for each command and each option, shown where the words before it are there. */
final class FishCompletion {
    private final StringBuilder text = new StringBuilder();
    private final String name;

    private FishCompletion(String name) {
        this.name = name;
    }

    static String of(CommandLine root) {
        FishCompletion fish = new FishCompletion(root.getCommandName());
        fish.command(root, List.of());
        return fish.text.toString();
    }

    private void command(CommandLine line, List<String> above) {
        CommandSpec spec = line.getCommandSpec();
        List<String> subcommands = new ArrayList<>();
        for (Map.Entry<String, CommandLine> sub : line.getSubcommands().entrySet()) {
            subcommands.add(sub.getKey());
        }
        String here = seen(above);
        String noneYet = subcommands.isEmpty()
                ? here
                : here + (here.isEmpty() ? "" : "; and ") + "not __fish_seen_subcommand_from "
                        + String.join(" ", subcommands);
        for (Map.Entry<String, CommandLine> sub : line.getSubcommands().entrySet()) {
            String words = ManPage.firstSentence(
                    sub.getValue().getCommandSpec().usageMessage().description());
            entry(noneYet, "-f -a " + quoted(sub.getKey()), words);
        }
        for (OptionSpec option : spec.options()) {
            StringBuilder flags = new StringBuilder();
            for (String flag : option.names()) {
                flags.append(flag.startsWith("--") ? "-l " + flag.substring(2) : "-s " + flag.substring(1))
                        .append(' ');
            }
            entry(here, flags + (option.arity().max() > 0 ? "-r" : ""), ManPage.firstSentence(option.description()));
        }
        for (Map.Entry<String, CommandLine> sub : line.getSubcommands().entrySet()) {
            List<String> path = new ArrayList<>(above);
            path.add(sub.getKey());
            command(sub.getValue(), path);
        }
    }

    private static String seen(List<String> words) {
        return String.join(
                "; and ",
                words.stream()
                        .map(word -> "__fish_seen_subcommand_from " + word)
                        .toList());
    }

    private void entry(String when, String what, String words) {
        text.append("complete -c ").append(name);
        if (!when.isEmpty()) {
            text.append(" -n ").append(quoted(when));
        }
        text.append(' ')
                .append(what.strip())
                .append(" -d ")
                .append(quoted(words))
                .append('\n');
    }

    private static String quoted(String words) {
        return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
