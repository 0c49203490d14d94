package holdfast.server.console.page;

/** Something that can be done next: a button. The first of a page's acts is the one it is for. */
public record Act(String href, String text) {}
