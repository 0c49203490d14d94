package holdfast.vault.check;

import holdfast.vault.model.PackId;

/**
 * Which packs are read whole: those whose id, taken as a fraction between 0 and 1, lies so far behind {@code from},
 * going round. Ids are hashes, so a tenth of the ids is a tenth of the packs.
 *
 * @param width 0 for none, 1 for all
 */
public record ReadData(double from, double width) {
    public static final ReadData NOTHING = new ReadData(0, 0);
    public static final ReadData ALL = new ReadData(0, 1);

    /**
     * One of {@code parts} that together are all, counted from 1.
     *
     * @throws IllegalArgumentException if there is no such part
     */
    public static ReadData part(int number, int parts) {
        if (number < 1 || number > parts) {
            throw new IllegalArgumentException(
                    "there is no part " + number + " of " + parts + ": write 1/" + Math.max(1, parts) + " and so on");
        }
        return new ReadData((number - 1) / (double) parts, 1.0 / parts);
    }

    public boolean any() {
        return width > 0;
    }

    boolean takes(PackId pack) {
        double place = Long.parseLong(pack.toString().substring(0, 12), 16) / (double) (1L << 48);
        double behind = place - from;
        return (behind < 0 ? behind + 1 : behind) < width;
    }
}
