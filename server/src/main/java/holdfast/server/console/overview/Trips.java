package holdfast.server.console.overview;

import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.console.custody.ConsignmentLine;
import holdfast.server.console.custody.Standing;
import holdfast.server.console.draw.CustodyDrawing;
import holdfast.server.console.page.Forecast;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.ProofView;
import holdfast.server.console.say.Say;
import holdfast.server.custody.Blindness;
import holdfast.server.custody.Consignment;
import holdfast.server.custody.Consignment.TravelState;
import holdfast.server.custody.Consignment.Travelling;
import holdfast.server.custody.Consignments;
import holdfast.server.exposure.Exposure;
import holdfast.server.exposure.LossForecast;
import holdfast.server.incident.Incidents;
import holdfast.server.record.LedgerBook;
import holdfast.server.watch.OpenDue;
import holdfast.tape.Barcode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is under way, drawn, with what it would mean if it never arrived; overdue first. */
@Component
class Trips {
    private final Consignments consignments;
    private final Exposure exposure;
    private final Incidents incidents;
    private final LedgerBook book;
    private final Names names;

    Trips(Consignments consignments, Exposure exposure, Incidents incidents, LedgerBook book, Names names) {
        this.consignments = consignments;
        this.exposure = exposure;
        this.incidents = incidents;
        this.book = book;
        this.names = names;
    }

    /**
     * A consignment under way.
     *
     * @param next who hears next and when; null if nobody more
     * @param incident the number of the open incident about it; null if there is none
     * @param phone of the carrier; empty if unknown
     */
    record Trip(
            String id,
            String title,
            String detail,
            Standing standing,
            CustodyDrawing line,
            @Nullable Forecast forecast,
            @Nullable String next,
            @Nullable String incident,
            String carrier,
            String phone,
            boolean mayReceive,
            ProofView proof) {}

    /** All of them; {@code dues} is what the watch waits for, read once for the page. */
    List<Trip> underway(List<OpenDue> dues, Person reader, Say say) {
        return consignments.underway().stream()
                .map(one -> trip(one, dues, reader, say))
                .sorted((a, b) ->
                        Boolean.compare(b.standing().late(), a.standing().late()))
                .toList();
    }

    private Trip trip(Consignment one, List<OpenDue> dues, Person reader, Say say) {
        boolean blind = Blindness.covers(one, reader);
        String cases = one.cases().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        String from = names.of(one.leg().from());
        String to = names.of(one.leg().to());
        Person carrier = names.person(one.leg().carrier());
        Set<Barcode> away = one.cartridges().stream()
                .filter(each -> each.state() != TravelState.ARRIVED)
                .map(Travelling::barcode)
                .collect(Collectors.toSet());
        return new Trip(
                one.id().value(),
                say.text("overview.trip", cases, from, to),
                say.text(
                        "overview.trip.detail",
                        blind ? 0 : away.size(),
                        names.of(one.leg().carrier())),
                Standing.of(one, blind, say),
                CustodyDrawing.of(ConsignmentLine.of(one, names, say)),
                away.isEmpty() ? null : forecast(away, blind, say),
                next(one, dues, say),
                incidents
                        .about(one.id().ref())
                        .map(incident -> incident.id().value())
                        .orElse(null),
                names.of(one.leg().carrier()),
                carrier == null ? "" : carrier.phone(),
                reader.holdsAny(Role.SITE_OFFICER, Role.OPERATOR),
                ProofView.of(one.id().ref(), book.about(one.id().ref()), say));
    }

    private Forecast forecast(Set<Barcode> away, boolean blind, Say say) {
        LossForecast ifLost = exposure.ifLost(away);
        return Forecast.of(blind ? ifLost.unnamed() : ifLost, say);
    }

    private static @Nullable String next(Consignment one, List<OpenDue> dues, Say say) {
        return dues.stream()
                .filter(due -> due.expectation().about().equals(one.id().ref()))
                .filter(due -> due.nextRing().isPresent()
                        && due.rungsReached() < due.expectation().ladder().size())
                .findFirst()
                .map(due -> say.text(
                        "consignment.next",
                        say.said(due.expectation()
                                .ladder()
                                .get(due.rungsReached())
                                .said()),
                        say.time(due.nextRing().orElse(null))))
                .orElse(null);
    }
}
