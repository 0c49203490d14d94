package holdfast.server.paper;

import java.util.List;

/** A line of text, cut into runs of one face each, with its width in points. */
record TextLine(List<Run> runs, float width) {
    /** A stretch of text in one face. {@code thickened}: bold by thicker strokes, for a face without a bold. */
    record Run(Face face, String text, boolean thickened, float width) {}
}
