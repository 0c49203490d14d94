package holdfast.server.console.media;

import holdfast.server.console.draw.CustodyLine;
import holdfast.server.console.draw.CustodyLine.Lane;
import holdfast.server.console.draw.CustodyLine.Mark;
import holdfast.server.console.draw.CustodyLine.Stop;
import holdfast.server.console.draw.CustodyLine.Trail;
import holdfast.server.console.page.EntryView;
import holdfast.server.console.page.Names;
import holdfast.server.console.say.Say;
import holdfast.server.media.Cartridge;
import holdfast.server.place.SiteId;
import holdfast.server.record.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A cartridge's whole life, rebuilt from its ledger entries: a lane for each site it lay at and each person who carried it.
 * An entry that names no place happened where the cartridge was.
 */
final class CartridgeLife {
    /** Facts under which the modules name the place of an act. */
    private static final List<String> PLACES = List.of("site", "at", "place", "to");

    private final Names names;
    private final Say say;
    private final List<Lane> lanes = new ArrayList<>();
    private static final Set<String> TOLD_ELSEWHERE = Set.of("case.departed", "case.arrived", "case.lost");

    private final List<Stop> stops = new ArrayList<>();
    private int lane;

    private CartridgeLife(Names names, Say say) {
        this.names = names;
        this.say = say;
    }

    /** The life as far as the ledger tells it, to this moment. */
    static CustodyLine of(Cartridge cartridge, List<Entry> entries, Names names, Say say) {
        CartridgeLife life = new CartridgeLife(names, say);
        List<Entry> acts = entries.stream().filter(CartridgeLife::moves).toList();
        acts.forEach(life::add);
        life.end(cartridge);
        return new CustodyLine(say.text("cartridge.life", cartridge.barcode().value()), life.lanes, life.stops);
    }

    /**
     * Acts about keys and reports concern the cartridge, but do not say who has it; and of two entries of one event, the
     * case's and the hand-over's, the hand-over's is told.
     */
    private static boolean moves(Entry entry) {
        String act = entry.act();
        return !TOLD_ELSEWHERE.contains(act)
                && (act.startsWith("cartridge.")
                        || act.startsWith("case.")
                        || act.startsWith("handover.")
                        || act.startsWith("stocktake.")
                        || act.startsWith("consignment.lo")
                        || act.startsWith("consignment.fo"));
    }

    private void add(Entry entry) {
        boolean carried = entry.act().equals("handover.taken");
        boolean lost = entry.act().endsWith(".lost") || entry.act().endsWith(".loss-confirmed");
        if (carried) {
            lane = lane(names.of(entry.actor()), say.text("line.carrier"));
        } else if (!lost) {
            place(entry.facts()).ifPresent(site -> lane = lane(names.of(site), say.text("line.site")));
        }
        if (lanes.isEmpty()) {
            lane = lane(say.text("line.unknown"), "");
        }
        stops.add(new Stop(
                lane,
                entry.at(),
                EntryView.words(entry, say),
                names.of(entry.actor()),
                lost ? Mark.MISSED : Mark.PROVEN,
                lost ? Trail.SILENT : Trail.PROVEN,
                "/ledger/" + entry.id().value()));
    }

    /** From the last proof to now the line is solid only where the cartridge lies at a site. */
    private void end(Cartridge cartridge) {
        if (stops.isEmpty()) {
            return;
        }
        String state = MediaRow.state(cartridge.whereabouts());
        boolean away = state.equals("transit") || state.equals("lost");
        Stop before = stops.removeLast();
        Trail after = away ? Trail.SILENT : state.equals("disposed") ? Trail.NONE : Trail.PROVEN;
        stops.add(new Stop(
                before.lane(), before.at(), before.title(), before.detail(), before.mark(), after, before.href()));
        if (!state.equals("disposed")) {
            stops.add(new Stop(
                    lane,
                    say.now(),
                    say.text("line.now"),
                    say.text("media.state." + state),
                    away ? Mark.NOW_LATE : Mark.NOW,
                    Trail.NONE,
                    null));
        }
    }

    private int lane(String name, String detail) {
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i).name().equals(name)) {
                return i;
            }
        }
        lanes.add(new Lane(name, detail));
        return lanes.size() - 1;
    }

    private static Optional<SiteId> place(Map<String, Object> facts) {
        return PLACES.stream()
                .map(facts::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> text.matches("[a-z][a-z0-9-]{0,39}"))
                .findFirst()
                .map(SiteId::new);
    }
}
