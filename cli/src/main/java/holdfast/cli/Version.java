package holdfast.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Holdfast.class.getPackage().getImplementationVersion();
        return new String[] {
            "holdfast " + (version == null ? "(unpackaged)" : version) + " on Java " + Runtime.version()
        };
    }
}
