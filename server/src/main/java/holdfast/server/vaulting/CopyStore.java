package holdfast.server.vaulting;

import holdfast.server.place.SiteId;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code vaulting_remote}, {@code vaulting_copied} and {@code vaulting_copy}. */
@Repository
class CopyStore {
    private final JdbcClient jdbc;

    CopyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void remote(SiteId site, URI url) {
        jdbc.sql("insert into vaulting_remote (site, url) values (?, ?)"
                        + " on conflict (site) do update set url = excluded.url")
                .params(site.value(), url.toString())
                .update();
    }

    Optional<URI> remote(SiteId site) {
        return jdbc.sql("select url from vaulting_remote where site = ?")
                .param(site.value())
                .query(String.class)
                .optional()
                .map(URI::create);
    }

    /** What the site was seen to hold: hash by name, sorted by name. */
    SortedMap<String, String> verified(SiteId site) {
        TreeMap<String, String> verified = new TreeMap<>();
        jdbc.sql("select name, sha256 from vaulting_copied where site = ?")
                .param(site.value())
                .query((row, _) -> Map.entry(row.getString("name"), row.getString("sha256")))
                .list()
                .forEach(e -> verified.put(e.getKey(), e.getValue()));
        return verified;
    }

    Set<String> verifiedAnywhere() {
        return jdbc.sql("select distinct name from vaulting_copied")
                .query(String.class)
                .set();
    }

    void verified(SiteId site, String name, String sha256) {
        jdbc.sql("insert into vaulting_copied (site, name, sha256) values (?, ?, ?)"
                        + " on conflict (site, name) do update set sha256 = excluded.sha256")
                .params(site.value(), name, sha256)
                .update();
    }

    void insert(CopyRun run) {
        jdbc.sql("insert into vaulting_copy (site, at, by_actor, objects, bytes, present, verified, digest)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        run.to().value(),
                        Sql.time(run.at()),
                        run.by().value(),
                        run.objects(),
                        run.bytes(),
                        run.present(),
                        run.verified(),
                        run.digest())
                .update();
    }

    List<CopyRun> runs() {
        return jdbc.sql("select * from vaulting_copy order by id desc")
                .query((row, _) -> new CopyRun(
                        new SiteId(row.getString("site")),
                        Sql.instant(row, "at"),
                        new ActorId(row.getString("by_actor")),
                        row.getLong("objects"),
                        row.getLong("bytes"),
                        row.getLong("present"),
                        row.getLong("verified"),
                        row.getString("digest")))
                .list();
    }
}
