package holdfast.server.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Language;
import holdfast.server.access.People;
import holdfast.server.access.Role;
import holdfast.server.record.ActorId;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@HoldfastTest
class PlacesTest {
    private final Places places;
    private final People people;
    private final Staff staff;

    PlacesTest(Places places, People people, Staff staff) {
        this.places = places;
        this.people = people;
        this.staff = staff;
    }

    @Test
    void aSiteHasItsNameInThreeLanguages() {
        Site site = add("harbour");
        assertThat(places.site(site.id())).isEqualTo(site);
        assertThat(site.name(Language.ZH_HANT)).isEqualTo("海港大樓");
        assertThat(site.name(Language.ZH_HANS)).as("none given").isEqualTo("Harbour Tower");
        assertThatThrownBy(() -> add("harbour")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyAnAdministratorMovesTheFurniture() {
        ActorId operator = staff.person(Role.OPERATOR);
        Site site = add("furniture");
        assertThatThrownBy(() -> places.add(site, operator)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> places.post(operator, site.id(), operator)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> places.unpost(operator, site.id(), operator)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> places.route(site.id(), add("other").id(), Duration.ofHours(1), operator))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void whoHasLeftIsPostedNowhere() {
        Site site = add("postings");
        ActorId officer = staff.person(Role.SITE_OFFICER);
        places.post(officer, site.id(), staff.administrator());
        places.post(officer, site.id(), staff.administrator());
        assertThat(places.postedAt(site.id())).containsExactly(officer);
        people.retire(officer, staff.administrator());
        assertThat(places.postedAt(site.id())).isEmpty();
    }

    @Test
    void aRouteKnowsHowLongItUsuallyTakes() {
        SiteId from = add("from").id();
        SiteId to = add("to").id();
        places.route(from, to, Duration.ofMinutes(40), staff.administrator());
        places.route(from, to, Duration.ofMinutes(50), staff.administrator());
        assertThat(places.route(from, to)).map(Route::usual).contains(Duration.ofMinutes(50));
        assertThat(places.route(to, from)).isEmpty();
    }

    private Site add(String id) {
        return places.add(new Site(new SiteId(id), "Harbour Tower", "海港大樓", "", "1 Quay"), staff.administrator());
    }
}
