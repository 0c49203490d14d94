package holdfast.server.secondsite.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.ledger.Disk;
import holdfast.server.secondsite.Alarm;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Rings: the alarm is durable in {@code alarms/} first, then the hook is told. One thing rings once. Thread-safe.
 */
final class AlarmBell {
    private final Disk disk;
    private final InstantSource clock;
    private final AlarmHook hook;
    private final List<Alarm> rung = new ArrayList<>();

    AlarmBell(Disk disk, InstantSource clock, AlarmHook hook) throws IOException {
        this.disk = disk;
        this.clock = clock;
        this.hook = hook;
        for (String file : disk.list("")) {
            if (file.endsWith(".json")) {
                rung.add(Json.read(disk.read(file).orElseThrow(), Alarm.class));
            }
        }
    }

    /** Rings, unless this kind has rung for this key before. */
    synchronized void ring(String kind, String key, String text) throws IOException {
        if (rung.stream().anyMatch(a -> a.kind().equals(kind) && a.key().equals(key))) {
            return;
        }
        Alarm alarm = new Alarm(rung.size() + 1, kind, key, text, clock.instant());
        disk.replace("%08d.json".formatted(alarm.number()), Json.write(alarm).getBytes(UTF_8));
        rung.add(alarm);
        hook.tell(alarm);
    }

    synchronized List<Alarm> rung() {
        return List.copyOf(rung);
    }
}
