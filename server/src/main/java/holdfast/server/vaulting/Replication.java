package holdfast.server.vaulting;

import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.server.watch.DueId;
import holdfast.server.watch.Rung;
import holdfast.storage.ObjectStore;
import holdfast.vault.model.Progress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Copies of the vault at other sites, over the network: the safer method than sending media. Safe for many
 * threads; one copy to a site at a time.
 */
public interface Replication {
    /**
     * Says where a site keeps our copies.
     *
     * @param url   of its second-site process; {@code https}, or {@code http} on this machine only
     * @param token that process's token; kept in a file that only this server can read
     * @param by    an administrator
     */
    void connect(SiteId site, URI url, String token, ActorId by);

    /**
     * Copies every object of the vault that the site lacks, then has the site hash, from its disk, whatever was not
     * yet verified there, and compares. What was copied before an interruption is not copied again. Recorded; an
     * expectation of it ({@link #expect}) is fulfilled.
     *
     * @param by an operator
     * @throws VaultRefused if it could not be finished; run again, it goes on where it stopped
     */
    CopyRun copy(SiteId to, ActorId by, Progress progress);

    /** From now on waits for a copy to this site by {@code due}; the ladder hears if it does not come. */
    DueId expect(SiteId to, Instant due, List<Rung> ladder, ActorId by);

    /**
     * The site's store, for restores from there.
     *
     * @throws VaultRefused if no such site is connected
     */
    ObjectStore storeAt(SiteId site);

    /** Names of objects that some other site was seen to hold, whole, when they were copied there. */
    Set<String> heldElsewhere();

    /** All copies that were finished, the newest first. */
    List<CopyRun> runs();
}
