package holdfast.server.incident;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.delivery.Delivery;
import holdfast.server.delivery.News;
import holdfast.server.platform.Phrase;
import holdfast.server.platform.Phrases;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Opens files and sets marks, for the clock and for people alike. Asks nobody's permit; joins the caller's transaction. */
@Component
class IncidentFiles {
    private final IncidentStore store;
    private final Recorder recorder;
    private final People people;
    private final Delivery delivery;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Phrases english;

    IncidentFiles(
            IncidentStore store,
            Recorder recorder,
            People people,
            Delivery delivery,
            InstantSource clock,
            ZoneId zone) {
        this.store = store;
        this.recorder = recorder;
        this.people = people;
        this.delivery = delivery;
        this.clock = clock;
        this.zone = zone;
        this.english = Phrases.english(zone);
    }

    IncidentId open(Phrase title, Ref about, Set<Barcode> cartridges, Phrase how, ActorId by) {
        Instant now = clock.instant();
        IncidentId id = store.next(now.atZone(zone).getYear());
        store.insert(id, english.say(title), now, by, how, about);
        store.fate(id, cartridges, Incident.CartridgeFate.MISSING);
        recorder.record(
                by,
                "incident.opened",
                Map.of(
                        "title",
                        english.say(title),
                        "how",
                        english.say(how),
                        "about",
                        about.toString(),
                        "cartridges",
                        names(cartridges)),
                refs(id, about, cartridges));
        News news = new News(Phrase.of("told.incident.subject", id.value(), title), how, id.ref());
        for (Person dpo : people.holding(Role.DPO)) {
            delivery.tell(dpo.id(), news.to(dpo, zone));
        }
        return id;
    }

    void mark(IncidentId id, Mark mark, Instant at, Phrase basis, ActorId by) {
        EntryId entry = recorder.record(
                by, "incident.marked", Map.of("mark", mark, "at", at, "basis", english.say(basis)), id.ref());
        store.mark(id, new Moment(mark, at, basis, by, clock.instant(), entry));
    }

    /** Sets a mark that follows from the record, unless it is set already. */
    void markOnce(IncidentId id, Mark mark, Instant at, Phrase basis, ActorId by) {
        if (store.incident(id).at(mark).isEmpty()) {
            mark(id, mark, at, basis, by);
        }
    }

    static List<String> names(Set<Barcode> cartridges) {
        return new TreeSet<>(cartridges).stream().map(Barcode::value).toList();
    }

    static Ref[] refs(IncidentId id, Ref about, Set<Barcode> cartridges) {
        List<Ref> refs = new java.util.ArrayList<>(List.of(id.ref(), about));
        cartridges.forEach(one -> refs.add(new Ref("cartridge", one.value())));
        return refs.toArray(Ref[]::new);
    }

    /** "7 cartridges", "1 cartridge". */
    static String count(int n) {
        return n == 1 ? "1 cartridge" : n + " cartridges";
    }
}
