package holdfast.server.incident;

import holdfast.server.platform.Invalid;
import holdfast.server.record.Ref;

/**
 * The number under which people speak of an incident: year and count, {@code 2026-1}.
 *
 * @param value as printed
 */
public record IncidentId(String value) {
    public IncidentId {
        if (!value.matches("[0-9]{4}-[0-9]{1,6}")) {
            throw new Invalid("refused.incident-number", value);
        }
    }

    /** What ledger entries and alerts about it refer to. */
    public Ref ref() {
        return new Ref("incident", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
