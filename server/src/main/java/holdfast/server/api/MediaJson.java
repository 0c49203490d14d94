package holdfast.server.api;

import holdfast.server.media.Box;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Origin;
import holdfast.server.media.SetId;
import holdfast.server.media.Whereabouts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the API says of media. */
final class MediaJson {

    private MediaJson() {}

    record CartridgeJson(
            String barcode,
            String make,
            String model,
            String serial,
            String classification,
            String origin,
            String state,
            @Nullable String site,
            @Nullable String box,
            @Nullable String set,
            @Nullable String legalHold,
            Proven lastProven) {}

    record Proven(String who, String where, Instant when, String entry) {}

    /** Says that a case is sealed, never with which number: that is read from the case. */
    record BoxJson(
            String id,
            String description,
            String lock,
            int slots,
            @Nullable String site,
            @Nullable String consignment,
            boolean sealed,
            boolean lost) {}

    record Unsealed(boolean sealAsPutOn) {}

    static CartridgeJson cartridge(Cartridge one) {
        Place place = place(one.whereabouts());
        return new CartridgeJson(
                one.barcode().value(),
                one.make(),
                one.model(),
                one.serial(),
                one.classification().name(),
                one.origin() instanceof Origin.Holdfast ? "HOLDFAST" : "FOREIGN",
                place.state(),
                place.site(),
                place.box(),
                one.set().map(SetId::value).orElse(null),
                one.legalHold().orElse(null),
                new Proven(
                        one.lastProven().who().value(),
                        one.lastProven().where(),
                        one.lastProven().when(),
                        one.lastProven().entry().value().toString()));
    }

    private record Place(
            String state, @Nullable String site, @Nullable String box) {}

    private static Place place(Whereabouts where) {
        return switch (where) {
            case Whereabouts.AtSite(var site) -> new Place("AT_SITE", site.value(), null);
            case Whereabouts.InCase(var box, var site) -> new Place("IN_CASE", site.value(), box.value());
            case Whereabouts.InTransit(var box, var _) -> new Place("IN_TRANSIT", null, box.value());
            case Whereabouts.Lost _ -> new Place("LOST", null, null);
            case Whereabouts.Found(var site, var _) -> new Place("FOUND", site.value(), null);
            case Whereabouts.Disposed _ -> new Place("DISPOSED", null, null);
        };
    }

    static BoxJson box(Box one) {
        return new BoxJson(
                one.id().value(),
                one.description(),
                one.lock(),
                one.slots(),
                one.site().map(Object::toString).orElse(null),
                one.consignment().map(Object::toString).orElse(null),
                one.seal().isPresent(),
                one.lost());
    }
}
