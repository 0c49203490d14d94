package holdfast.server.notice;

import static holdfast.server.access.Language.EN;
import static holdfast.server.access.Language.ZH_HANS;
import static holdfast.server.access.Language.ZH_HANT;

import holdfast.server.access.Language;
import holdfast.server.custody.Consignment;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.incident.AuthorityReport;
import holdfast.server.incident.AuthorityReports;
import holdfast.server.incident.Incident;
import holdfast.server.incident.Mark;
import holdfast.server.incident.OfficeProfile;
import holdfast.server.incident.ProfileField;
import holdfast.server.keys.CartridgeKeys;
import holdfast.server.keys.KeyEvidence;
import holdfast.server.keys.KeyStanding;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Origin;
import holdfast.server.place.Places;
import holdfast.server.place.Site;
import holdfast.server.platform.NotNow;
import holdfast.server.platform.Phrase;
import holdfast.server.record.Entry;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gathers what notices may say. Refuses while the office has not said whom to ask. */
@Component
class FactsReader {
    private final OfficeProfile profile;
    private final Consignments consignments;
    private final Places places;
    private final Cartridges cartridges;
    private final CartridgeKeys keys;
    private final AuthorityReports reports;
    private final LedgerBook book;
    private final InstantSource clock;
    private final ZoneId zone;

    FactsReader(
            OfficeProfile profile,
            Consignments consignments,
            Places places,
            Cartridges cartridges,
            CartridgeKeys keys,
            AuthorityReports reports,
            LedgerBook book,
            InstantSource clock,
            ZoneId zone) {
        this.profile = profile;
        this.consignments = consignments;
        this.places = places;
        this.cartridges = cartridges;
        this.keys = keys;
        this.reports = reports;
        this.book = book;
        this.clock = clock;
        this.zone = zone;
    }

    /** @throws IllegalStateException if the settings lack the office's name, its telephone or its e-mail for enquiries */
    NoticeFacts read(Incident incident) {
        Map<ProfileField, String> office = profile.all();
        Instant onset = incident.at(Mark.ONSET).orElse(incident.openedAt());
        KeyEvidence evidence = keys.evidence(incident.barcodes(), onset);
        return new NoticeFacts(
                byLanguage(office, ProfileField.OFFICE_EN, ProfileField.OFFICE_ZH_HANT, ProfileField.OFFICE_ZH_HANS),
                addresses(office),
                office.getOrDefault(ProfileField.FILE_PREFIX, "") + incident.id(),
                byLanguage(
                        office,
                        ProfileField.SIGNATORY_EN,
                        ProfileField.SIGNATORY_ZH_HANT,
                        ProfileField.SIGNATORY_ZH_HANS),
                route(incident),
                incident.barcodes().size(),
                foreign(incident.barcodes()),
                onset,
                incident.at(Mark.AWARENESS).orElse(clock.instant()),
                locked(incident),
                evidence.uses(),
                // By its name alone: the rest of the description is for experts, and in English.
                evidence.cipher().split("[ ,;(]", 2)[0],
                told(incident),
                need(office, ProfileField.ENQUIRY_PHONE),
                need(office, ProfileField.ENQUIRY_EMAIL),
                need(office, ProfileField.PUBLIC_URL),
                zone);
    }

    private static String need(Map<ProfileField, String> office, ProfileField field) {
        String value = office.get(field);
        if (value == null) {
            throw new NotNow("refused.office-unset", Phrase.of("profile." + field.name()));
        }
        return value;
    }

    private static Map<Language, String> byLanguage(
            Map<ProfileField, String> office, ProfileField en, ProfileField hant, ProfileField hans) {
        Map<Language, String> texts = new LinkedHashMap<>();
        texts.put(EN, need(office, en));
        texts.put(ZH_HANT, office.getOrDefault(hant, need(office, en)));
        texts.put(ZH_HANS, office.getOrDefault(hans, need(office, en)));
        return texts;
    }

    private static Map<Language, List<String>> addresses(Map<ProfileField, String> office) {
        return Map.of(
                EN, lines(office.getOrDefault(ProfileField.ADDRESS_EN, "")),
                ZH_HANT, lines(office.getOrDefault(ProfileField.ADDRESS_ZH_HANT, "")),
                ZH_HANS, lines(office.getOrDefault(ProfileField.ADDRESS_ZH_HANS, "")));
    }

    private static List<String> lines(String joined) {
        return Arrays.stream(joined.split("\\|", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Optional<NoticeFacts.Route> route(Incident incident) {
        if (!incident.about().kind().equals("consignment")) {
            return Optional.empty();
        }
        Consignment consignment =
                consignments.consignment(new ConsignmentId(incident.about().id()));
        return Optional.of(new NoticeFacts.Route(
                names(places.site(consignment.leg().from())),
                names(places.site(consignment.leg().to()))));
    }

    private static Map<Language, String> names(Site site) {
        return Map.of(EN, site.name(EN), ZH_HANT, site.name(ZH_HANT), ZH_HANS, site.name(ZH_HANS));
    }

    private boolean foreign(Set<Barcode> barcodes) {
        return barcodes.stream()
                .flatMap(one -> cartridges.find(one).stream())
                .anyMatch(one -> one.origin() instanceof Origin.Foreign);
    }

    /** When the last key was locked, by the ledger; empty while one is not. */
    private Optional<Instant> locked(Incident incident) {
        boolean all = incident.barcodes().stream()
                .map(keys::standing)
                .map(KeyStanding::state)
                .allMatch(state -> state == KeyStanding.State.QUARANTINED || state == KeyStanding.State.DESTROYED);
        return all
                ? incident.barcodes().stream()
                        .flatMap(one -> book.about(new Ref("cartridge", one.value())).stream())
                        .filter(entry -> entry.act().equals("key.quarantined"))
                        .map(Entry::at)
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private List<String> told(Incident incident) {
        return reports.reports(incident.id()).stream()
                .filter(report -> report.sentAt().isPresent())
                .map(AuthorityReport::form)
                .map(Enum::name)
                .toList();
    }
}
