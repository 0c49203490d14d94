package holdfast.cli;

import holdfast.cli.serve.Admitted;
import holdfast.cli.serve.Certificates;
import holdfast.cli.serve.ServedFolder;
import holdfast.cli.serve.Tokens;
import holdfast.storage.http.Rights;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast store token}: who is admitted to a served folder. Done on the server's machine, by its operator. */
@Command(
        name = "token",
        description = "Admits hosts to a served folder. For the operator of the server; needs no key of the vault.",
        mixinStandardHelpOptions = true)
final class StoreTokenCommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "add",
            description = "Admits somebody, and prints the line for their file of stores: it holds the token, which is"
                    + " kept nowhere else.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "DIR", description = "The folder that is served.") Path folder,
            @Parameters(paramLabel = "NAME", description = "For the log and the quota.") String name,
            @Option(names = "--quota", paramLabel = "SIZE", description = "How much they may put, such as 500G.")
                    @Nullable
                    String quota,
            @Option(names = "--read-only", description = "They put nothing.") boolean readOnly,
            @Option(
                            names = "--mirror",
                            description = "They put objects of every kind, key slots and marks too, without the owner's"
                                    + " signature: for copies by a machine that has no owner's key.")
                    boolean mirror,
            @Option(
                            names = "--url",
                            paramLabel = "URL",
                            description = "How they reach the server. Default: https://HOST:8610/")
                    @Nullable
                    String url)
            throws IOException {
        if (readOnly && mirror) {
            throw new ParameterException(spec.commandLine(), "--read-only and --mirror exclude each other");
        }
        Rights rights = readOnly ? Rights.READS : mirror ? Rights.MIRRORS : Rights.WRITES;
        ServedFolder served = new ServedFolder(folder);
        OptionalLong most = quota == null ? OptionalLong.empty() : OptionalLong.of(Sizes.parse(quota));
        String token = new Tokens(served).add(name, most, rights, new SecureRandom());
        Certificates made = Certificates.of(served, HostName.here(), Clock.systemUTC(), new SecureRandom());
        String reached = url == null ? "https://" + HostName.here() + ":8610/" : url;
        spec.commandLine().getOut().println(reached + " " + token + " " + made.fingerprint());
        return ExitCodes.DONE;
    }

    @Command(name = "list", description = "Lists who is admitted; not their tokens.", mixinStandardHelpOptions = true)
    int list(@Parameters(paramLabel = "DIR", description = "The folder that is served.") Path folder)
            throws IOException {
        for (Admitted admitted : new Tokens(new ServedFolder(folder)).all()) {
            String quota = admitted.quota().isPresent()
                    ? "at most " + Sizes.bytes(admitted.quota().getAsLong())
                    : "no quota";
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%-24s  %-7s  %s%n",
                            admitted.name(), admitted.rights().name().toLowerCase(Locale.ROOT), quota);
        }
        return ExitCodes.DONE;
    }

    @Command(
            name = "remove",
            description = "Turns somebody away from now on, also at a server that is running.",
            mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "DIR", description = "The folder that is served.") Path folder,
            @Parameters(paramLabel = "NAME", description = "As 'holdfast store token list' shows it.") String name)
            throws IOException {
        new Tokens(new ServedFolder(folder)).remove(name);
        return ExitCodes.DONE;
    }
}
