package holdfast.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast completion}: from the commands themselves, so nothing is forgotten. */
@Command(
        name = "completion",
        description = {
            "Prints what a shell needs to complete commands and options.",
            "bash: holdfast completion bash > ~/.local/share/bash-completion/completions/holdfast",
            "zsh: source <(holdfast completion zsh), in ~/.zshrc",
            "fish: holdfast completion fish > ~/.config/fish/completions/holdfast.fish"
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    /** The shells that are served. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        spec.commandLine()
                .getOut()
                .print(
                        switch (shell) {
                            // It turns zsh's emulation of bash on by itself.
                            case BASH, ZSH -> AutoComplete.bash(spec.root().name(), root);
                            case FISH -> FishCompletion.of(root);
                        });
        return ExitCodes.DONE;
    }
}
