package holdfast.server.console.page;

import holdfast.server.console.say.Say;
import holdfast.server.record.Entry;
import holdfast.server.record.Proof;
import holdfast.server.record.Ref;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger as a page shows it.
 *
 * @param words what happened, in the reader's language
 * @param act the entry's own name for it
 * @param who the name of whoever did it
 * @param proof how firmly it is proved, in words
 * @param sealed whether a witness has seen it
 * @param href its own page
 * @param about what it is about, with the page of each
 */
public record EntryView(
        String words, String act, Instant at, String who, String proof, boolean sealed, String href, List<Link> about) {

    /** Something with a page of its own; {@code href} is null if it has none. */
    public record Link(String text, @Nullable String href) {
        static Link of(Ref ref) {
            String href = switch (ref.kind()) {
                case "cartridge" -> "/media/" + ref.id();
                case "case" -> "/cases/" + ref.id();
                case "consignment" -> "/transit/" + ref.id();
                case "incident" -> "/incidents/" + ref.id();
                default -> null;
            };
            return new Link(ref.id(), href);
        }
    }

    /** An entry in words. */
    public static EntryView of(Entry entry, Say say, Names names) {
        return new EntryView(
                words(entry, say),
                entry.act(),
                entry.at(),
                names.of(entry.actor()),
                proof(entry, say),
                entry.proof() == Proof.WITNESSED,
                "/ledger/" + entry.id().value(),
                entry.about().stream().map(Link::of).toList());
    }

    /** Several entries, with runs of the same act by the same person told as one line that leads to its first entry. */
    public static List<EntryView> runs(List<Entry> entries, Say say, Names names) {
        List<EntryView> views = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < entries.size(); i++) {
            count++;
            Entry here = entries.get(i);
            boolean last = i + 1 == entries.size();
            if (last
                    || !entries.get(i + 1).act().equals(here.act())
                    || !entries.get(i + 1).actor().equals(here.actor())) {
                EntryView view = of(here, say, names);
                views.add(count == 1 ? view : view.saying(say.text("repeat", view.words(), count)));
                count = 0;
            }
        }
        return views;
    }

    /** Without the cartridges that it is about, for a reader who may have to count them. */
    public EntryView withoutCartridges() {
        List<Link> others = about.stream()
                .filter(link -> link.href() == null || !link.href().startsWith("/media/"))
                .toList();
        return new EntryView(words, act, at, who, proof, sealed, href, others);
    }

    private EntryView saying(String other) {
        return new EntryView(other, act, at, who, proof, sealed, href, about);
    }

    /** What an act is called in the reader's language; its own name where the bundles have no word for it. */
    public static String words(Entry entry, Say say) {
        return say.known("act." + entry.act()) ? say.text("act." + entry.act()) : entry.act();
    }

    /** How firmly an entry is proved, with its number. */
    public static String proof(Entry entry, Say say) {
        String number = entry.index().isPresent() ? say.number(entry.index().getAsLong()) : "";
        return switch (entry.proof()) {
            case PENDING -> say.text("proof.pending");
            case INTEGRATED -> say.text("proof.integrated", number);
            case WITNESSED -> say.text("proof.witnessed", number);
        };
    }
}
