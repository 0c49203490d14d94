package holdfast.server.console.overview;

import holdfast.server.access.People;
import holdfast.server.place.Places;
import holdfast.server.procedure.Guidelines;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an office does first, in its order, while nothing is registered yet. */
@Component
class FirstSteps {
    private final Places places;
    private final People people;
    private final Guidelines guidelines;

    FirstSteps(Places places, People people, Guidelines guidelines) {
        this.places = places;
        this.people = people;
        this.guidelines = guidelines;
    }

    /**
     * @param name the tail of its message keys
     * @param menu the entry of the navigation that leads there
     */
    record Step(String name, String menu, String href, boolean done) {}

    List<Step> steps() {
        return List.of(
                new Step("sites", "people", "/settings", !places.sites().isEmpty()),
                new Step("people", "people", "/settings", people.all().size() > 1),
                new Step(
                        "guideline",
                        "procedures",
                        "/procedures",
                        guidelines.inForce().isPresent()),
                new Step("media", "media", "/media", false),
                new Step("trip", "transit", "/transit", false));
    }
}
