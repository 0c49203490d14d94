package holdfast.server.secondsite;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Beat;
import holdfast.server.platform.DataFolder;
import holdfast.server.platform.SecretFile;
import holdfast.server.record.ActorId;
import holdfast.server.record.WitnessAddress;
import holdfast.server.record.Witnesses;
import holdfast.server.vaulting.Replication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the addresses in {@code DATA/secrets/second-site-SITE.line} (URL and token, mode 0600: they must be
 * readable even when the database is not) and beats to each site. Ordered last, so that a beat tells what the beats
 * before it have changed.
 */
@Service
@Order(Integer.MAX_VALUE - 10)
class SecondSiteService implements SecondSites, Beat {
    private static final Logger log = LoggerFactory.getLogger(SecondSiteService.class);
    private static final String PREFIX = "second-site-";
    private static final String SUFFIX = ".line";

    private final Permits permits;
    private final Replication replication;
    private final Witnesses witnesses;
    private final LifeSigns lifeSigns;
    private final DataFolder data;
    private final Map<SiteId, SecondSiteClient> clients = new ConcurrentHashMap<>();
    private final Map<SiteId, Line> last = new ConcurrentHashMap<>();

    SecondSiteService(
            Permits permits, Replication replication, Witnesses witnesses, LifeSigns lifeSigns, DataFolder data) {
        this.permits = permits;
        this.replication = replication;
        this.witnesses = witnesses;
        this.lifeSigns = lifeSigns;
        this.data = data;
        try (Stream<Path> files = Files.list(data.secrets())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
                    String site = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
                    List<String> lines = Files.readAllLines(file, UTF_8);
                    know(new SiteId(site), URI.create(lines.get(0)), lines.get(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The second sites in " + data.secrets() + " cannot be read", e);
        }
    }

    private void know(SiteId site, URI url, String token) {
        clients.put(site, new SecondSiteClient(url, token));
        last.put(site, new Line(site, url, Optional.empty(), ""));
    }

    @Override
    @Transactional
    public void connect(SiteId site, URI url, String token, ActorId by) {
        permits.demand(by, Role.ADMINISTRATOR);
        SecondSiteClient client = new SecondSiteClient(url, token);
        try {
            client.report();
            client.trustLog(witnesses.ledgerKey());
            replication.connect(site, url, token, by);
            witnesses.follow(new WitnessAddress(client.witness(), client.witnessKey()), by);
            SecretFile.write(data.secrets().resolve(PREFIX + site + SUFFIX), url + "\n" + token + "\n");
        } catch (IOException e) {
            throw new SecondSiteTrouble("The second site could not be connected: " + e.getMessage(), e);
        }
        know(site, url, token);
    }

    @Override
    public List<Line> lines() {
        return new ArrayList<>(last.values());
    }

    @Override
    public String name() {
        return "signs of life to the second sites";
    }

    @Override
    public void beat() {
        clients.forEach((site, client) -> {
            Line before = Objects.requireNonNull(last.get(site));
            try {
                VigilReport report = client.beat(lifeSigns.now());
                last.put(site, new Line(site, before.url(), Optional.of(report), ""));
            } catch (IOException e) {
                String trouble = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                if (before.trouble().isEmpty()) {
                    log.warn("The second site {} does not answer: {}", site, trouble);
                }
                last.put(site, new Line(site, before.url(), before.report(), trouble));
            }
        });
    }
}
