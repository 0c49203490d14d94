package holdfast.server.api;

import holdfast.server.media.Classification;
import holdfast.server.media.NewCartridge;
import holdfast.server.media.Origin;
import holdfast.server.place.SiteId;
import holdfast.tape.Barcode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What requests about media bring. */
final class MediaRequests {

    private MediaRequests() {}

    /** Without {@code foreign} it is a cartridge for Holdfast to write. */
    record Register(
            @Nullable String barcode,
            @Nullable String make,
            @Nullable String model,
            @Nullable String serial,
            @Nullable Classification classification,
            @Nullable String site,
            @Nullable Foreign foreign) {
        NewCartridge read() {
            return new NewCartridge(
                    new Barcode(Given.text(barcode, "barcode")),
                    Given.text(make, "make"),
                    Given.text(model, "model"),
                    Given.text(serial, "serial"),
                    Given.needed(classification, "classification"),
                    foreign == null ? new Origin.Holdfast() : foreign.read(),
                    new SiteId(Given.text(site, "site")));
        }
    }

    /** A cartridge that other software wrote: all of it is declared, nothing of it is known. */
    record Foreign(
            @Nullable String software,
            @Nullable String contents,
            @Nullable String encryption,
            @Nullable Long personsAtMost) {
        Origin read() {
            return new Origin.Foreign(
                    Given.text(software, "foreign.software"),
                    Given.text(contents, "foreign.contents"),
                    Given.text(encryption, "foreign.encryption"),
                    Given.needed(personsAtMost, "foreign.personsAtMost"));
        }
    }

    record NewCase(
            @Nullable String id,
            @Nullable String description,
            @Nullable String lock,
            @Nullable Integer slots,
            @Nullable String site) {}

    record Scanned(@Nullable List<String> cartridges) {}

    record Seal(@Nullable String seal) {}

    record Declare(@Nullable String label, @Nullable List<String> keyMaterial) {}

    record Found(@Nullable String at, @Nullable String circumstances) {}

    record FoundCase(
            @Nullable String at,
            @Nullable List<String> cartridges,
            @Nullable String circumstances) {}
}
