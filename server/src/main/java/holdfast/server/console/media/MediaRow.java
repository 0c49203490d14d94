package holdfast.server.console.media;

import holdfast.server.console.page.Names;
import holdfast.server.console.say.Say;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Origin;
import holdfast.server.media.Whereabouts;
import java.time.Instant;

/**
 * A cartridge in a list.
 *
 * @param where in words, in the reader's language
 * @param state the code of its whereabouts, for filters: {@code shelf case transit lost found disposed}
 * @param foreign whether other software wrote it
 */
public record MediaRow(
        String barcode,
        String model,
        String set,
        String classification,
        String where,
        String state,
        String css,
        String stateText,
        boolean foreign,
        boolean held,
        boolean legalHold,
        String provenBy,
        Instant provenAt) {

    /** A row of the register. */
    public static MediaRow of(Cartridge one, Names names, Say say) {
        Whereabouts at = one.whereabouts();
        return new MediaRow(
                one.barcode().value(),
                one.make() + " " + one.model(),
                one.set().map(Object::toString).orElse(""),
                say.text("classification." + one.classification().name()),
                where(at, names, say),
                state(at),
                css(at),
                say.text("media.state." + state(at)),
                one.origin() instanceof Origin.Foreign,
                at.held(),
                one.legalHold().isPresent(),
                names.of(one.lastProven().who()),
                one.lastProven().when());
    }

    /** Where it is, in words. */
    static String where(Whereabouts at, Names names, Say say) {
        return switch (at) {
            case Whereabouts.AtSite here -> names.of(here.site());
            case Whereabouts.InCase in -> say.text("media.where.case", in.box().value(), names.of(in.site()));
            case Whereabouts.InTransit in ->
                say.text(
                        "media.where.transit",
                        in.box().value(),
                        in.consignment().id());
            case Whereabouts.Lost lost -> say.text("media.where.lost", say.time(lost.since()));
            case Whereabouts.Found found -> say.text("media.where.found", names.of(found.site()));
            case Whereabouts.Disposed gone -> say.text("media.where.disposed", gone.certificate());
        };
    }

    static String state(Whereabouts at) {
        return switch (at) {
            case Whereabouts.AtSite _ -> "shelf";
            case Whereabouts.InCase _ -> "case";
            case Whereabouts.InTransit _ -> "transit";
            case Whereabouts.Lost _ -> "lost";
            case Whereabouts.Found _ -> "found";
            case Whereabouts.Disposed _ -> "disposed";
        };
    }

    static String css(Whereabouts at) {
        return switch (at) {
            case Whereabouts.AtSite _, Whereabouts.InCase _ -> "ok";
            case Whereabouts.InTransit _ -> "moving";
            case Whereabouts.Lost _ -> "lost";
            case Whereabouts.Found _ -> "due";
            case Whereabouts.Disposed _ -> "";
        };
    }

    /** Whether a filter lets it through; empty filters let everything through. */
    boolean matches(String wantedState, String text) {
        String wanted = text.strip().toUpperCase(java.util.Locale.ROOT);
        return (wantedState.isEmpty() || state.equals(wantedState))
                && (barcode.contains(wanted)
                        || set.contains(wanted)
                        || where.toUpperCase(java.util.Locale.ROOT).contains(wanted));
    }
}
