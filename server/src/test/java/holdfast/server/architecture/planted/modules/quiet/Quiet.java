package holdfast.server.architecture.planted.modules.quiet;

/** Something to know. */
public final class Quiet {}
