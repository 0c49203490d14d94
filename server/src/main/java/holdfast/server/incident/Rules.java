package holdfast.server.incident;

import holdfast.server.platform.Unknown;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of authorities, read from {@code authorities/rules.json}: data, so that a new edition is a new file. */
public final class Rules {
    /** The regime of a department of the Hong Kong government. */
    public static final String HK_DEPARTMENT = "HK-DEPARTMENT";

    /** The General Data Protection Regulation. */
    static final String EU = "EU-GDPR";
    /** The same as the United Kingdom keeps it. */
    static final String UK = "UK-GDPR";

    private final List<Rule> all;

    private Rules(List<Rule> all) {
        this.all = List.copyOf(all);
    }

    /** The table that this build brings. */
    public static Rules builtIn() {
        try (InputStream in = Rules.class.getResourceAsStream("/authorities/rules.json")) {
            if (in == null) {
                throw new IllegalStateException("the table of authorities is missing from this build");
            }
            return new Rules(JsonMapper.shared().readValue(in, new TypeReference<List<Rule>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("the table of authorities cannot be read", e);
        }
    }

    /** Every rule of every regime, in the table's order. */
    List<Rule> all() {
        return all;
    }

    /** The rules of these regimes, in the table's order. */
    public List<Rule> of(Set<String> regimes) {
        return all.stream().filter(rule -> regimes.contains(rule.regime())).toList();
    }

    /** One rule. */
    public Rule rule(String id) {
        return all.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Unknown("refused.rule-unknown", id));
    }
}
