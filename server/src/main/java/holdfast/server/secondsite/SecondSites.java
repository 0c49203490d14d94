package holdfast.server.secondsite;

import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** This server's line to its second sites. Safe for many threads. */
public interface SecondSites {
    /**
     * Connects a site where a second-site process runs: it gets copies of the vault, cosigns our checkpoints and
     * holds our due times from now on.
     *
     * @param token from the file {@code token} in that process's folder
     * @param by    an administrator
     * @throws SecondSiteTrouble if it does not answer or does not know the token; nothing is changed then
     */
    void connect(SiteId site, URI url, String token, ActorId by);

    /** All connected sites, and what each said last. */
    List<Line> lines();

    /** Gives all of them a sign of life now; also done by itself. Never throws because of a site. */
    void beat();

    /**
     * One connected site.
     *
     * @param report  what it said last; its alarms are those that it rang by itself
     * @param trouble why it did not answer the last time, or empty
     */
    record Line(SiteId site, URI url, Optional<VigilReport> report, String trouble) {}
}
