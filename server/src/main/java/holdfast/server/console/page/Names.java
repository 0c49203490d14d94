package holdfast.server.console.page;

import holdfast.server.access.Language;
import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.console.say.Languages;
import holdfast.server.place.Places;
import holdfast.server.place.Site;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/** The names behind ids, read once for a request: two queries, however many rows a page has. */
@Component
@RequestScope
public class Names {
    private final People people;
    private final Places places;
    private @Nullable Map<ActorId, Person> persons;
    private @Nullable Map<SiteId, Site> sites;

    public Names(People people, Places places) {
        this.people = people;
        this.places = places;
    }

    /** A person's name; 'Holdfast' for the product itself; the id if nobody of that id was ever enrolled. */
    public String of(ActorId id) {
        Person person = persons().get(id);
        return person != null ? person.name() : id.equals(ActorId.SYSTEM) ? "Holdfast" : id.value();
    }

    /** Several names, in the order of the alphabet. */
    public String of(Collection<ActorId> ids) {
        return ids.stream().map(this::of).sorted().collect(Collectors.joining(", "));
    }

    public @Nullable Person person(ActorId id) {
        return persons().get(id);
    }

    /** A site's name in the language of the page. */
    public String of(SiteId id) {
        Site site = sites().get(id);
        return site == null ? id.value() : name(site, LocaleContextHolder.getLocale());
    }

    /** A site's name in that language. */
    public static String name(Site site, Locale locale) {
        return site.name(Language.valueOf(Languages.of(locale).name()));
    }

    public List<Person> active() {
        return persons().values().stream().filter(Person::active).toList();
    }

    public List<Site> sites(Locale locale) {
        return sites().values().stream()
                .sorted((a, b) -> name(a, locale).compareTo(name(b, locale)))
                .toList();
    }

    private Map<ActorId, Person> persons() {
        if (persons == null) {
            persons = people.all().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        }
        return persons;
    }

    private Map<SiteId, Site> sites() {
        if (sites == null) {
            sites = places.sites().stream().collect(Collectors.toMap(Site::id, Function.identity()));
        }
        return sites;
    }
}
