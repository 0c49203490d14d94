package holdfast.server.media;

import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.time.Instant;

/**
 * One person has asked that a cartridge be disposed of; somebody else must do it.
 *
 * @param reason why, as it stands in the record
 */
public record Disposal(Barcode cartridge, String reason, ActorId askedBy, Instant askedAt) {}
