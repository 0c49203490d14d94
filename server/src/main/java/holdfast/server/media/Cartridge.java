package holdfast.server.media;

import holdfast.tape.Barcode;
import java.util.Optional;

/**
 * One cartridge in the register.
 *
 * @param set the tape set that it was last written in
 * @param legalHold why it must be kept, if it must
 * @param lastProven when somebody last proved to have it
 */
public record Cartridge(
        Barcode barcode,
        String make,
        String model,
        String serial,
        Classification classification,
        Origin origin,
        Whereabouts whereabouts,
        Optional<SetId> set,
        Optional<String> legalHold,
        Possession lastProven) {}
