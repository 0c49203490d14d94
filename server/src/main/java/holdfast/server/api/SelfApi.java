package holdfast.server.api;

import holdfast.crypto.VerifyingKey;
import holdfast.server.access.ApiTokens;
import holdfast.server.access.People;
import holdfast.server.access.Permits;
import holdfast.server.access.Person;
import holdfast.server.custody.Devices;
import holdfast.server.custody.Devices.Device;
import holdfast.server.procedure.Guideline;
import holdfast.server.procedure.Guidelines;
import holdfast.server.record.ActorId;
import java.security.Principal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What concerns the caller alone: who they are, their tokens and devices, the guideline they must have read. */
@RestController
@RequestMapping("/api/me")
class SelfApi {

    private final People people;
    private final Permits permits;
    private final ApiTokens tokens;
    private final Devices devices;
    private final Guidelines guidelines;

    SelfApi(People people, Permits permits, ApiTokens tokens, @Lazy Devices devices, Guidelines guidelines) {
        this.people = people;
        this.permits = permits;
        this.tokens = tokens;
        this.devices = devices;
        this.guidelines = guidelines;
    }

    record Me(
            String id, String name, String post, String language, List<String> roles, boolean guidelineAcknowledged) {}

    record TokenRequest(@Nullable String label) {}

    record TokenJson(String token) {}

    /** The 32 bytes of an Ed25519 public key, in base64. */
    record NewDevice(@Nullable String name, @Nullable String publicKey) {}

    record DeviceJson(
            UUID id,
            String name,
            String publicKey,
            Instant enrolledAt,
            @Nullable Instant revokedAt) {}

    record GuidelineJson(int number, String title, String text, Instant issuedAt, boolean acknowledged) {}

    @GetMapping
    Me me(Principal principal) {
        Person person = active(principal);
        return new Me(
                person.id().value(),
                person.name(),
                person.post(),
                person.language().name(),
                person.roles().stream().map(Enum::name).sorted().toList(),
                guidelines.acknowledged(person.id()));
    }

    /** A token for programs that work as the caller. It is shown this once. */
    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    TokenJson issue(@RequestBody TokenRequest request, Principal principal) {
        return new TokenJson(tokens.issue(Given.text(request.label(), "label"), Given.caller(principal))
                .value());
    }

    @DeleteMapping("/tokens/{label}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String label, Principal principal) {
        tokens.revoke(label, Given.caller(principal));
    }

    @GetMapping("/devices")
    List<DeviceJson> devices(Principal principal) {
        return devices.of(active(principal).id()).stream().map(SelfApi::json).toList();
    }

    @PostMapping("/devices")
    @ResponseStatus(HttpStatus.CREATED)
    DeviceJson enrol(@RequestBody NewDevice device, Principal principal) {
        byte[] key = Base64.getDecoder().decode(Given.text(device.publicKey(), "publicKey"));
        return json(devices.enrol(VerifyingKey.of(key), Given.text(device.name(), "name"), Given.caller(principal)));
    }

    @DeleteMapping("/devices/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, Principal principal) {
        devices.revoke(id, Given.caller(principal));
    }

    /** The guideline in force, in the caller's language. */
    @GetMapping("/guideline")
    GuidelineJson guideline(Principal principal) {
        Person person = active(principal);
        Guideline guideline =
                guidelines.inForce().orElseThrow(() -> new NoSuchElementException("No guideline has been issued."));
        return new GuidelineJson(
                guideline.number(),
                guideline.title().getOrDefault(person.language(), ""),
                guideline.text().getOrDefault(person.language(), ""),
                guideline.issuedAt(),
                guidelines.acknowledged(person.id()));
    }

    @PostMapping("/guideline/{number}/acknowledge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acknowledge(@PathVariable int number, Principal principal) {
        Person person = active(principal);
        guidelines.acknowledge(number, person.language(), person.id());
    }

    private Person active(Principal principal) {
        ActorId by = Given.caller(principal);
        permits.demand(by);
        return people.person(by);
    }

    private static DeviceJson json(Device one) {
        return new DeviceJson(
                one.id(),
                one.name(),
                one.key().toString(),
                one.enrolledAt(),
                one.revokedAt().orElse(null));
    }
}
