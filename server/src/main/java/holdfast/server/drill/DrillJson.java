package holdfast.server.drill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The drill's outcome as one JSON object; the fields are documented in {@code docs/guide/drill.md}. */
final class DrillJson {
    private DrillJson() {}

    /** A tree of maps, lists and plain values, in a fixed order. */
    static Map<String, Object> of(Outcomes found, Checks checks, double wallSeconds) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", Scenario.NAME);
        json.put("people", people(found));
        json.put("cartridges", cartridges(found));
        json.put("minutes", minutes(found.get(Found.Rang.class)));
        json.put("readable", found.get(Found.Keys.class).usesSinceRelease() != 0);
        json.put("keys", keys(found));
        json.put(
                "reports",
                found.get(Found.Reports.class).all().stream()
                        .map(DrillJson::report)
                        .toList());
        json.put("notices", notices(found.get(Found.Notices.class)));
        Found.Restored restored = found.get(Found.Restored.class);
        json.put(
                "restore",
                map("files", restored.files(), "bytes", restored.bytes(), "identical", restored.identical()));
        Found.Verified ledger = found.get(Found.Verified.class);
        json.put(
                "ledger",
                map("entries", ledger.entries(), "verified", ledger.verified(), "witnessed", ledger.witnessed()));
        json.put("checks", checks.all());
        json.put("wallSeconds", Math.round(wallSeconds * 10) / 10.0);
        return json;
    }

    private static Map<String, Object> people(Outcomes found) {
        Found.People people = found.get(Found.People.class);
        Found.Exposed exposed = found.get(Found.Exposed.class);
        Found.Recounted recounted = found.get(Found.Recounted.class);
        return map(
                "total", people.total(),
                "byCategory", people.byCategory(),
                "brokenRows", people.brokenRows(),
                "onLostMedia", exposed.persons(),
                "onLostMediaByCategory", exposed.byCategory(),
                "bruteForce", recounted.persons(),
                "bruteForceByCategory", recounted.byCategory());
    }

    private static Map<String, Object> cartridges(Outcomes found) {
        Found.Written written = found.get(Found.Written.class);
        List<String> lost = found.get(Found.Confirmed.class).lost();
        return map(
                "written",
                written.barcodes().size(),
                "lost",
                lost.size(),
                "barcodes",
                written.barcodes(),
                "lostBarcodes",
                lost);
    }

    private static Map<String, Object> minutes(Found.Rang rang) {
        return map(
                "dueToAlarm", rang.minutesTo(rang.alarm()),
                "dueToManager", rang.minutesTo(rang.manager()),
                "dueToHead", rang.minutesTo(rang.head()));
    }

    private static Map<String, Object> keys(Outcomes found) {
        Found.Keys keys = found.get(Found.Keys.class);
        return map(
                "quarantined", keys.quarantined(),
                "usesSinceRelease", keys.usesSinceRelease(),
                "usesByCheck", found.get(Found.Recounted.class).usesByCheck(),
                "places", keys.places());
    }

    private static Map<String, Object> report(Found.Report report) {
        return map(
                "authority", report.authority(),
                "title", report.title(),
                "dueAt", report.dueAt(),
                "overdueWhenOpened", report.overdue(),
                "ready", report.ready(),
                "openFields", report.open(),
                "file", report.file());
    }

    private static Map<String, Object> notices(Found.Notices notices) {
        return map(
                "email", notices.email(),
                "letter", notices.letter(),
                "total", notices.total(),
                "duplicates", notices.duplicates(),
                "missing", notices.missing(),
                "inDoubt", notices.inDoubt(),
                "settled", notices.settled(),
                "resumedAfterKill", notices.resumedAfterKill(),
                "killedPid", notices.killedPid(),
                "acceptedAtKill", notices.acceptedAtKill());
    }

    /** Name, value, name, value … in this order. */
    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], Optional.ofNullable(pairs[i + 1]).orElse("unknown"));
        }
        return map;
    }
}
