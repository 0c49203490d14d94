package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.tape.Barcode;

/** What is told when a cartridge is registered. */
public record NewCartridge(
        Barcode barcode,
        String make,
        String model,
        String serial,
        Classification classification,
        Origin origin,
        SiteId site) {}
