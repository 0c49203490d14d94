package holdfast.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Collects what a verification finds. Not thread-safe. */
final class Findings {
    private final List<Verification.Break> breaks = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    void broken(String file, String what) {
        breaks.add(new Verification.Break(file, OptionalLong.empty(), what));
    }

    void broken(String file, long entry, String what) {
        breaks.add(new Verification.Break(file, OptionalLong.of(entry), what));
    }

    void remark(String what) {
        remarks.add(what);
    }

    boolean none() {
        return breaks.isEmpty();
    }

    List<Verification.Break> breaks() {
        return List.copyOf(breaks);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
