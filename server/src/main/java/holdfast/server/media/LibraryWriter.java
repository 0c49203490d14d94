package holdfast.server.media;

import holdfast.crypto.KeyUse;
import holdfast.server.keys.CartridgeKeys;
import holdfast.server.place.Places;
import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import holdfast.tape.Mounts;
import holdfast.tape.TapeObject;
import holdfast.tape.TapeSetPlan;
import holdfast.tape.TapeSetWriter;
import holdfast.tape.VirtualLibrary;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes a planned set in the library, with the cartridges' keys. */
@Component
class LibraryWriter {
    private final Mounts mounts;
    private final VirtualLibrary library;
    private final CartridgeStore cartridges;
    private final Places places;
    private final CartridgeKeys keys;
    private final InstantSource clock;
    private final SecureRandom random;
    private final String owner;
    private final String ifFound;

    LibraryWriter(
            Mounts mounts,
            VirtualLibrary library,
            CartridgeStore cartridges,
            Places places,
            CartridgeKeys keys,
            InstantSource clock,
            SecureRandom random,
            @Value("${holdfast.label.owner:}") String owner,
            @Value("${holdfast.label.if-found:please bring this to the owner's address or the nearest police station}")
                    String ifFound) {
        this.mounts = mounts;
        this.library = library;
        this.cartridges = cartridges;
        this.places = places;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
        this.owner = owner;
        this.ifFound = ifFound;
    }

    List<TapeSetWriter.Written> write(TapeSetPlan plan, ArchiveSource source, ActorId by, ArchiveProgress progress)
            throws IOException {
        putIn(plan);
        long total = plan.bytes();
        long[] done = new long[1];
        TapeSetWriter.Listener listener = (Barcode cartridge, TapeObject object) -> {
            done[0] += object.size();
            progress.at(cartridge, done[0], total);
        };
        TapeSetWriter writer = new TapeSetWriter(mounts, clock, random);
        return writer.write(
                plan, owner(plan), ifFound, object -> source.open(object.name()), keys(plan.set(), by), listener);
    }

    /** As set, or else the site at which the set is written, with its address: what a finder needs. */
    private String owner(TapeSetPlan plan) {
        if (!owner.isBlank()) {
            return owner;
        }
        Barcode any = plan.contents().keySet().iterator().next();
        return cartridges
                .find(any)
                .filter(one -> one.whereabouts() instanceof Whereabouts.AtSite)
                .map(one -> places.site(((Whereabouts.AtSite) one.whereabouts()).site()))
                .map(site -> (site.nameEn() + ", " + site.address()).replaceAll("\\p{Cntrl}", " "))
                .orElse("not told");
    }

    private TapeSetWriter.Keys keys(String set, ActorId by) {
        return new TapeSetWriter.Keys() {
            @Override
            public <R> R use(Barcode cartridge, KeyUse<R, IOException> use) throws IOException {
                return keys.use(cartridge, "write the cartridge in set " + set, by, use);
            }
        };
    }

    /** A cartridge registered for the virtual library is put into it as a blank when it is first written. */
    private void putIn(TapeSetPlan plan) throws IOException {
        List<Barcode> inside = mounts.cartridges();
        for (Barcode barcode : plan.contents().keySet()) {
            if (!inside.contains(barcode)) {
                library.insert(barcode);
            }
        }
    }
}
