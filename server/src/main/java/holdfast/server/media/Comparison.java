package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.tape.Barcode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A count held against the register. Pure: no clock, no tables. */
final class Comparison {
    private final SiteId site;
    private final StockCount count;
    private final Map<Barcode, Cartridge> register;
    private final Map<CaseId, Box> boxes;
    private final List<Difference> differences = new ArrayList<>();
    private final Set<Barcode> proven = new TreeSet<>();

    /** One difference. */
    record Difference(Finding.Kind kind, String subject, String what) {}

    /** @param register all cartridges; {@code boxes} all cases */
    Comparison(SiteId site, StockCount count, List<Cartridge> register, List<Box> boxes) {
        this.site = site;
        this.count = count;
        this.register = new HashMap<>();
        register.forEach(one -> this.register.put(one.barcode(), one));
        this.boxes = new HashMap<>();
        boxes.forEach(box -> this.boxes.put(box.id(), box));
    }

    List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** Cartridges proven to be here and meant to be here. */
    Set<Barcode> proven() {
        return Set.copyOf(proven);
    }

    Comparison run() {
        Set<CaseId> whole = cases();
        for (Barcode barcode : new TreeSet<>(count.cartridges())) {
            seen(barcode);
        }
        register.values().stream()
                .sorted((a, b) -> a.barcode().compareTo(b.barcode()))
                .forEach(one -> expected(one, whole));
        return this;
    }

    /** @return the cases whose seal is whole: what was sealed in them is proven by it */
    private Set<CaseId> cases() {
        Set<CaseId> whole = new HashSet<>();
        count.cases().forEach((id, read) -> {
            Box box = boxes.get(id);
            if (box == null || !box.site().equals(Optional.of(site))) {
                String where = box == null ? "in no register" : "registered elsewhere";
                add(Finding.Kind.CASE_ELSEWHERE, id.value(), "Case " + id + " is here and " + where + ".");
            } else if (!box.seal().equals(read)) {
                add(Finding.Kind.SEAL_DIFFERS, id.value(), sealWords(box, read));
            } else if (read.isPresent()) {
                whole.add(id);
            }
        });
        for (Box box : boxes.values()) {
            if (box.site().equals(Optional.of(site)) && !count.cases().containsKey(box.id())) {
                add(
                        Finding.Kind.CASE_MISSING,
                        box.id().value(),
                        "Case " + box.id() + " should be here; nobody saw it.");
            }
        }
        return whole;
    }

    private static String sealWords(Box box, Optional<SealNumber> read) {
        String put = box.seal().map(seal -> "was closed with seal " + seal).orElse("was left open");
        String now = read.map(seal -> "carries seal " + seal).orElse("is open");
        return "Case " + box.id() + " " + put + " and now " + now + ".";
    }

    private void seen(Barcode barcode) {
        Cartridge one = register.get(barcode);
        if (one == null) {
            add(Finding.Kind.UNKNOWN, barcode.value(), "Cartridge " + barcode + " is here and in no register.");
        } else if (here(one)) {
            proven.add(barcode);
        } else {
            add(
                    Finding.Kind.ELSEWHERE,
                    barcode.value(),
                    "Cartridge " + barcode + " is here; the register says it is " + CartridgeService.state(one) + ".");
        }
    }

    private void expected(Cartridge one, Set<CaseId> whole) {
        if (!here(one) || proven.contains(one.barcode())) {
            return;
        }
        if (one.whereabouts() instanceof Whereabouts.InCase packed && whole.contains(packed.box())) {
            proven.add(one.barcode());
            return;
        }
        add(
                Finding.Kind.MISSING,
                one.barcode().value(),
                "Cartridge " + one.barcode() + " should be " + CartridgeService.state(one) + "; nobody saw it.");
    }

    private boolean here(Cartridge one) {
        return switch (one.whereabouts()) {
            case Whereabouts.AtSite at -> at.site().equals(site);
            case Whereabouts.InCase in -> in.site().equals(site);
            case Whereabouts.Found found -> found.site().equals(site);
            case Whereabouts.InTransit _, Whereabouts.Lost _, Whereabouts.Disposed _ -> false;
        };
    }

    private void add(Finding.Kind kind, String subject, String what) {
        differences.add(new Difference(kind, subject, what));
    }
}
