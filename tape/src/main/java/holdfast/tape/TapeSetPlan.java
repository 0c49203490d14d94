package holdfast.tape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which object goes to which cartridge.
 *
 * @param set the set's name
 * @param contents the objects of each cartridge in the order in which they are written; cartridges in order
 */
public record TapeSetPlan(String set, Map<Barcode, List<TapeObject>> contents) {
    public TapeSetPlan {
        contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
    }

    /**
     * Spreads objects so that each cartridge gets its share by bytes: what goes everywhere first, then each other
     * object, in the order given, to the cartridge with the fewest bytes so far (the first of them, if several).
     */
    public static TapeSetPlan spread(String set, List<TapeObject> objects, List<Barcode> cartridges) {
        if (cartridges.isEmpty() || cartridges.stream().distinct().count() != cartridges.size()) {
            throw new IllegalArgumentException("a tape set needs one cartridge or more, each once: " + cartridges);
        }
        List<List<TapeObject>> shares = new ArrayList<>();
        long[] bytes = new long[cartridges.size()];
        List<TapeObject> everywhere =
                objects.stream().filter(TapeObject::everywhere).toList();
        cartridges.forEach(_ -> shares.add(new ArrayList<>(everywhere)));
        for (TapeObject object : objects) {
            if (!object.everywhere()) {
                int least = least(bytes);
                shares.get(least).add(object);
                bytes[least] += object.size();
            }
        }
        Map<Barcode, List<TapeObject>> contents = new LinkedHashMap<>();
        for (int i = 0; i < cartridges.size(); i++) {
            contents.put(cartridges.get(i), List.copyOf(shares.get(i)));
        }
        return new TapeSetPlan(set, contents);
    }

    /** Bytes of content on all cartridges together. */
    public long bytes() {
        return contents.values().stream()
                .flatMap(List::stream)
                .mapToLong(TapeObject::size)
                .sum();
    }

    private static int least(long[] bytes) {
        int least = 0;
        for (int i = 1; i < bytes.length; i++) {
            least = bytes[i] < bytes[least] ? i : least;
        }
        return least;
    }
}
