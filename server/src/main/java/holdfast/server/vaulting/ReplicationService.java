package holdfast.server.vaulting;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.place.Places;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.server.watch.DueId;
import holdfast.server.watch.Expectation;
import holdfast.server.watch.Rung;
import holdfast.server.watch.Watch;
import holdfast.storage.ByteSource;
import holdfast.storage.Digests;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.StoredObject;
import holdfast.storage.http.HttpStore;
import holdfast.vault.copy.CopyResult;
import holdfast.vault.model.Progress;
import holdfast.vault.model.VaultException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Copies by the engine, verifies by hashes from both sides, records. */
@Service
class ReplicationService implements Replication {
    /** What a watch calls the thing that is expected. */
    private static final String WHAT = "copy";

    private final Permits permits;
    private final Places places;
    private final Recorder recorder;
    private final Watch watch;
    private final Vaults vaults;
    private final CopyStore store;
    private final RemoteStores remotes;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    ReplicationService(
            Permits permits,
            Places places,
            Recorder recorder,
            Watch watch,
            Vaults vaults,
            CopyStore store,
            RemoteStores remotes,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.permits = permits;
        this.places = places;
        this.recorder = recorder;
        this.watch = watch;
        this.vaults = vaults;
        this.store = store;
        this.remotes = remotes;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    @Transactional
    public void connect(SiteId site, URI url, String token, ActorId by) {
        permits.demand(by, Role.ADMINISTRATOR);
        places.site(site);
        remotes.connect(site, url, token);
        recorder.record(by, "second-site.connected", Map.of("site", site, "url", url.toString()), siteRef(site));
    }

    @Override
    public CopyRun copy(SiteId to, ActorId by, Progress progress) {
        permits.demand(by, Role.OPERATOR);
        HttpStore remote = remotes.open(to);
        oneAtATime.lock();
        try {
            Set<ObjectName> before = names(vaults.store());
            CopyResult copied = vaults.catalogue().copy(remote, progress);
            if (!copied.damaged().isEmpty()) {
                throw new VaultException.Damaged(
                        copied.damaged() + " are damaged here and were not copied; the rest was");
            }
            Set<ObjectName> there = names(remote);
            if (!there.containsAll(before)) {
                throw new IOException("after the copy, " + remote.place() + " still lacks objects of the vault");
            }
            long verified = verify(to, remote, before);
            CopyRun run = new CopyRun(
                    to,
                    clock.instant(),
                    by,
                    copied.objects(),
                    copied.bytes(),
                    copied.present(),
                    verified,
                    digest(store.verified(to)));
            transaction.executeWithoutResult(_ -> finished(run));
            return run;
        } catch (IOException e) {
            transaction.executeWithoutResult(_ -> recorder.record(
                    by, "vault.copy-failed", Map.of("site", to, "why", String.valueOf(e.getMessage())), siteRef(to)));
            throw new VaultRefused(e, "refused.copy-unfinished", to, String.valueOf(e.getMessage()));
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Has the other side hash what was not verified there before; gives how many. */
    private long verify(SiteId site, HttpStore remote, Set<ObjectName> names) throws IOException {
        Map<String, String> known = store.verified(site);
        ObjectStore local = vaults.store();
        long count = 0;
        for (ObjectName name : names) {
            if (known.containsKey(name.value())) {
                continue;
            }
            String here;
            try (InputStream in = local.open(name)) {
                here = Digests.sha256(in);
            }
            if (!remote.digest(name).equals(here)) {
                throw new IOException("object " + name + " at " + remote.place() + " is not what it is here.");
            }
            transaction.executeWithoutResult(_ -> store.verified(site, name.value(), here));
            count++;
        }
        return count;
    }

    private static Set<ObjectName> names(ObjectStore store) throws IOException {
        try (Stream<StoredObject> all = store.list("")) {
            return all.map(StoredObject::name).collect(Collectors.toSet());
        }
    }

    private static String digest(SortedMap<String, String> verified) throws IOException {
        String lines = verified.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue() + "\n")
                .collect(Collectors.joining());
        return Digests.sha256(ByteSource.of(lines.getBytes(UTF_8)));
    }

    private void finished(CopyRun run) {
        store.insert(run);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("site", run.to());
        facts.put("objects", run.objects());
        facts.put("bytes", run.bytes());
        facts.put("present", run.present());
        facts.put("verified", run.verified());
        facts.put("digest", run.digest());
        recorder.record(run.by(), "vault.copied", facts, VaultKeeper.VAULT, siteRef(run.to()));
        watch.open(siteRef(run.to())).stream()
                .filter(due -> due.expectation().what().equals(WHAT))
                .forEach(due -> watch.fulfil(due.id(), run.by()));
    }

    @Override
    @Transactional
    public DueId expect(SiteId to, Instant due, List<Rung> ladder, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.MANAGER, Role.ADMINISTRATOR);
        return watch.expect(new Expectation(WHAT, siteRef(to), due, ladder, Set.of(by)), by);
    }

    @Override
    public ObjectStore storeAt(SiteId site) {
        return remotes.open(site);
    }

    @Override
    public Set<String> heldElsewhere() {
        return store.verifiedAnywhere();
    }

    @Override
    public List<CopyRun> runs() {
        return store.runs();
    }

    private static Ref siteRef(SiteId site) {
        return new Ref("site", site.value());
    }
}
