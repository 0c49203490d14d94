package holdfast.server.paper;

/**
 * How a piece of text looks.
 *
 * @param size in points
 * @param bold whether it is heavy
 * @param leading from baseline to baseline, in points
 * @param rgb its colour, {@code 0xRRGGBB}
 */
public record Ink(float size, boolean bold, float leading, int rgb) {
    /** The colour of text. */
    public static final int BLACK = 0x16202a;
    /** The colour of what is said aside. */
    public static final int SOFT = 0x56616c;
    /** The product's own green-blue. */
    public static final int HARBOUR = 0x0b5c6b;
    /** What is due or open. */
    public static final int DUE = 0x8a5a00;
    /** The ground of what is due or open. */
    public static final int DUE_WASH = 0xfbf0d9;
    /** What is missing or overdue. */
    public static final int LOST = 0xa3202c;
    /** Hairlines. */
    public static final int HAIR = 0xc9c6bd;
    /** The ground of table heads. */
    public static final int WASH = 0xf2f0ea;

    /** Ordinary text of a size, its leading 1.42 of it. */
    public static Ink of(float size) {
        return new Ink(size, false, size * 1.42f, BLACK);
    }

    public Ink strong() {
        return new Ink(size, true, leading, rgb);
    }

    public Ink in(int colour) {
        return new Ink(size, bold, leading, colour);
    }

    public Ink leading(float points) {
        return new Ink(size, bold, points, rgb);
    }
}
