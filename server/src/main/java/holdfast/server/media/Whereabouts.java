package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.server.record.Ref;
import java.time.Instant;

/** Where a cartridge is, as far as the record proves. */
public sealed interface Whereabouts {
    /** On the shelf, or in a drive, at a site. */
    record AtSite(SiteId site) implements Whereabouts {}

    /** In a case that stands at a site. */
    record InCase(CaseId box, SiteId site) implements Whereabouts {}

    /** In a case that left with a consignment, and not yet counted at the other end. */
    record InTransit(CaseId box, Ref consignment) implements Whereabouts {}

    /** Confirmed lost; no longer counted as held. */
    record Lost(Ref because, Instant since) implements Whereabouts {}

    /** Turned up again after a loss; not to be used before somebody has examined it. */
    record Found(SiteId site, Instant since) implements Whereabouts {}

    /** Gone for good, under a certificate. */
    record Disposed(String certificate, Instant since) implements Whereabouts {}

    /** Whether the cartridge counts as held: neither lost nor disposed of. */
    default boolean held() {
        return switch (this) {
            case AtSite _, InCase _, InTransit _, Found _ -> true;
            case Lost _, Disposed _ -> false;
        };
    }
}
