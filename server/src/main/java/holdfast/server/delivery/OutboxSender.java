package holdfast.server.delivery;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends one waiting message per transaction. A message in doubt is sent again: of an alarm, two are better than none.
 * Called by one thread at a time.
 */
@Component
class OutboxSender {
    /** After this long without success a message is given up; it stands in the console all the same. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    enum Outcome {
        NOTHING,
        SENT,
        NOT_SENT
    }

    private final Outbox outbox;
    private final MailSettings settings;
    private final People people;
    private final InstantSource clock;
    private @Nullable MailLine line;

    OutboxSender(Outbox outbox, MailSettings settings, People people, InstantSource clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.people = people;
        this.clock = clock;
    }

    @Transactional
    Outcome sendNext() {
        Instant now = clock.instant();
        Optional<Told> next = outbox.next(now);
        if (next.isEmpty()) {
            return Outcome.NOTHING;
        }
        Told told = next.get();
        Person person = people.person(told.to());
        Optional<MailRoute> route = settings.route();
        if (route.isEmpty() || person.email().isBlank()) {
            outbox.givenUp(
                    told.id(),
                    route.isEmpty()
                            ? "no mail server is set: shown in the console"
                            : "has no e-mail address: shown in the console");
            return Outcome.NOT_SENT;
        }
        return finish(told, hand(told, person, route.get(), now), now);
    }

    private Handed hand(Told told, Person person, MailRoute route, Instant now) {
        MailLine open = line == null ? new MailLine(route) : line;
        line = open;
        MailText text = new MailText(
                route.from(),
                "Holdfast",
                told.alert().subject(),
                Locale.forLanguageTag(person.language().locale().toLanguageTag()),
                now,
                ZoneOffset.UTC);
        String id = "<alert-" + told.id() + "-" + told.tries() + "@"
                + route.from().substring(route.from().indexOf('@') + 1) + ">";
        return open.hand(
                person.email(),
                text.to(person.email(), person.name(), id, told.alert().body()));
    }

    private Outcome finish(Told told, Handed handed, Instant now) {
        switch (handed) {
            case Handed.Accepted accepted -> {
                outbox.sent(told.id(), now, accepted.reply());
                return Outcome.SENT;
            }
            case Handed.Refused refused when refused.permanent() -> outbox.givenUp(told.id(), refused.reply());
            case Handed.Refused refused -> later(told, refused.reply(), now);
            case Handed.NotHanded not -> later(told, not.why(), now);
            case Handed.InDoubt doubt -> later(told, "perhaps sent already: " + doubt.why(), now);
        }
        return Outcome.NOT_SENT;
    }

    private void later(Told told, String result, Instant now) {
        if (Duration.between(told.at(), now).compareTo(PATIENCE) > 0) {
            outbox.givenUp(told.id(), "given up after two days: " + result);
        } else {
            long minutes = Math.min(60, 1L << Math.min(told.tries(), 6));
            outbox.again(told.id(), now.plus(Duration.ofMinutes(minutes)), result);
        }
    }

    void hangUp() {
        MailLine open = line;
        line = null;
        if (open != null) {
            open.close();
        }
    }
}
