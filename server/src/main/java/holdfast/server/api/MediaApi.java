package holdfast.server.api;

import holdfast.server.access.People;
import holdfast.server.access.Permits;
import holdfast.server.api.MediaJson.BoxJson;
import holdfast.server.api.MediaJson.CartridgeJson;
import holdfast.server.custody.CaseDeclaration;
import holdfast.server.custody.Consignment;
import holdfast.server.custody.Consignments;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Cartridges;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.media.Classification;
import holdfast.server.media.SealNumber;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.security.Principal;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cartridges and cases over HTTP. */
@RestController
@RequestMapping("/api")
class MediaApi {

    private final Cartridges cartridges;
    private final Cases cases;
    private final Consignments consignments;
    private final Permits permits;
    private final People people;

    MediaApi(
            @Lazy Cartridges cartridges,
            @Lazy Cases cases,
            @Lazy Consignments consignments,
            Permits permits,
            People people) {
        this.cartridges = cartridges;
        this.cases = cases;
        this.consignments = consignments;
        this.permits = permits;
        this.people = people;
    }

    @GetMapping("/cartridges")
    List<CartridgeJson> cartridges(@RequestParam Optional<String> site, Principal principal) {
        permits.demand(Given.caller(principal));
        Set<Barcode> kept = consignments.keptFrom(people.person(Given.caller(principal)));
        return site.map(SiteId::new).map(cartridges::at).orElseGet(cartridges::all).stream()
                .filter(one -> !kept.contains(one.barcode()))
                .map(MediaJson::cartridge)
                .toList();
    }

    @GetMapping("/cartridges/{barcode}")
    CartridgeJson cartridge(@PathVariable String barcode, Principal principal) {
        permits.demand(Given.caller(principal));
        return MediaJson.cartridge(shown(new Barcode(barcode), principal));
    }

    @GetMapping("/cartridges/{barcode}/consignments")
    List<String> journeys(@PathVariable String barcode, Principal principal) {
        permits.demand(Given.caller(principal));
        return consignments.of(shown(new Barcode(barcode), principal).barcode()).stream()
                .map(Consignment::id)
                .map(Object::toString)
                .toList();
    }

    /** One on the way and one that nobody registered are the same to whoever may have to count. */
    private Cartridge shown(Barcode asked, Principal principal) {
        Set<Barcode> kept = consignments.keptFrom(people.person(Given.caller(principal)));
        return cartridges
                .find(asked)
                .filter(one -> !kept.contains(one.barcode()))
                .orElseThrow(() -> new NoSuchElementException(
                        "There is no cartridge " + asked + ", or it is on the way and is shown after the count."));
    }

    @PostMapping("/cartridges")
    @ResponseStatus(HttpStatus.CREATED)
    CartridgeJson register(@RequestBody MediaRequests.Register register, Principal principal) {
        return MediaJson.cartridge(cartridges.register(register.read(), Given.caller(principal)));
    }

    @PostMapping("/cartridges/{barcode}/found")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void found(@PathVariable String barcode, @RequestBody MediaRequests.Found found, Principal principal) {
        consignments.found(
                new Barcode(barcode),
                new SiteId(Given.text(found.at(), "at")),
                Given.text(found.circumstances(), "circumstances"),
                Given.caller(principal));
    }

    @GetMapping("/cases")
    List<BoxJson> cases(Principal principal) {
        permits.demand(Given.caller(principal));
        return cases.all().stream().map(MediaJson::box).toList();
    }

    @GetMapping("/cases/{id}")
    BoxJson box(@PathVariable String id, Principal principal) {
        permits.demand(Given.caller(principal));
        return MediaJson.box(cases.box(new CaseId(id)));
    }

    @PostMapping("/cases")
    @ResponseStatus(HttpStatus.CREATED)
    BoxJson register(@RequestBody MediaRequests.NewCase neu, Principal principal) {
        return MediaJson.box(cases.register(
                new CaseId(Given.text(neu.id(), "id")),
                Given.text(neu.description(), "description"),
                Given.text(neu.lock(), "lock"),
                Given.needed(neu.slots(), "slots"),
                new SiteId(Given.text(neu.site(), "site")),
                Given.caller(principal)));
    }

    @PostMapping("/cases/{id}/pack")
    BoxJson pack(@PathVariable String id, @RequestBody MediaRequests.Scanned scanned, Principal principal) {
        cases.pack(new CaseId(id), Given.barcodes(scanned.cartridges()), Given.caller(principal));
        return MediaJson.box(cases.box(new CaseId(id)));
    }

    @PostMapping("/cases/{id}/unpack")
    BoxJson unpack(@PathVariable String id, @RequestBody MediaRequests.Scanned scanned, Principal principal) {
        cases.unpack(new CaseId(id), Given.barcodes(scanned.cartridges()), Given.caller(principal));
        return MediaJson.box(cases.box(new CaseId(id)));
    }

    @PostMapping("/cases/{id}/seal")
    BoxJson seal(@PathVariable String id, @RequestBody MediaRequests.Seal seal, Principal principal) {
        cases.seal(new CaseId(id), new SealNumber(Given.text(seal.seal(), "seal")), Given.caller(principal));
        return MediaJson.box(cases.box(new CaseId(id)));
    }

    @PostMapping("/cases/{id}/found")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void foundCase(@PathVariable String id, @RequestBody MediaRequests.FoundCase found, Principal principal) {
        consignments.foundCase(
                new CaseId(id),
                new SiteId(Given.text(found.at(), "at")),
                Given.barcodes(found.cartridges()),
                Given.text(found.circumstances(), "circumstances"),
                Given.caller(principal));
    }

    /** Whether the seal that was broken is the one put on. */
    @PostMapping("/cases/{id}/unseal")
    MediaJson.Unsealed unseal(@PathVariable String id, @RequestBody MediaRequests.Seal seal, Principal principal) {
        return new MediaJson.Unsealed(
                cases.unseal(new CaseId(id), new SealNumber(Given.text(seal.seal(), "seal")), Given.caller(principal)));
    }

    @PostMapping("/cases/{id}/declaration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void declare(@PathVariable String id, @RequestBody MediaRequests.Declare declare, Principal principal) {
        ActorId by = Given.caller(principal);
        consignments.declare(
                new CaseDeclaration(
                        new CaseId(id),
                        Optional.ofNullable(declare.label()).map(Classification::valueOf),
                        Optional.ofNullable(declare.keyMaterial()).orElse(List.of())),
                by);
    }
}
