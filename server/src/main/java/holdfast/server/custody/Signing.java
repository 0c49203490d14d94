package holdfast.server.custody;

import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Checks a signature, records the entry, keeps the hand-over: in this order, in one transaction. */
@Component
class Signing {

    private final DeviceService devices;
    private final HandOverStore handOvers;
    private final Recorder recorder;
    private final InstantSource clock;

    Signing(DeviceService devices, HandOverStore handOvers, Recorder recorder, InstantSource clock) {
        this.devices = devices;
        this.handOvers = handOvers;
        this.recorder = recorder;
        this.clock = clock;
    }

    /**
     * The hand-over that this statement already became, if it was sent before.
     *
     * @throws RefusedException if the id was used for another statement or by another person
     */
    Optional<HandOver> known(HandOverId id, String statement, ActorId by) {
        Optional<HandOver> known = handOvers.find(id);
        if (known.isPresent()
                && !(known.get().by().equals(by) && known.get().statement().equals(statement))) {
            throw new RefusedException(Reason.INVALID, "refused.confirmation-used");
        }
        return known;
    }

    /** Refuses a signature that is not this person's, or one without the time that it must cover. */
    void check(ActorId by, String statement, Optional<DeviceSignature> signature, Optional<Instant> signedAt) {
        if (signature.isPresent() && signedAt.isEmpty()) {
            throw new RefusedException(Reason.BAD_SIGNATURE, "refused.signature-time");
        }
        signature.ifPresent(one -> devices.demand(by, statement, one));
    }

    /** Everything about a hand-over but its time and its entry, which come into being here. */
    record Draft(
            HandOverId id,
            HandOver.Kind kind,
            Consignment consignment,
            Leg leg,
            ActorId by,
            Optional<Instant> clientAt,
            SiteId place,
            Map<CaseId, SealNumber> seals,
            String shown,
            String statement,
            Optional<DeviceSignature> signature) {}

    HandOver keep(Draft draft, String act, Map<String, ?> more, Ref... about) {
        Digest digest = Digest.of(draft.statement());
        Map<String, Object> facts = new TreeMap<>(more);
        facts.put("handOver", draft.id());
        facts.put("leg", draft.leg().number());
        facts.put("place", draft.place());
        facts.put("seals", Canonical.seals(draft.seals()));
        facts.put("statement", digest);
        facts.put("confirmed", draft.signature().isPresent() ? "device key" : "signed-in session");
        draft.signature().ifPresent(one -> facts.put("device", one.key()));
        draft.clientAt().ifPresent(at -> facts.put("clientTime", at));
        EntryId entry = recorder.record(draft.by(), act, facts, about);
        HandOver handOver = new HandOver(
                draft.id(),
                draft.kind(),
                draft.consignment().id(),
                draft.leg().number(),
                draft.by(),
                clock.instant(),
                draft.clientAt(),
                draft.place(),
                draft.seals(),
                draft.shown(),
                draft.statement(),
                digest,
                draft.signature(),
                entry);
        handOvers.add(handOver);
        return handOver;
    }
}
