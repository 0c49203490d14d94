package holdfast.server.custody;

import holdfast.server.platform.Invalid;
import holdfast.server.record.Ref;

/**
 * The number under which people speak of a consignment: {@code C-000001}.
 *
 * @param value as printed
 */
public record ConsignmentId(String value) {

    public ConsignmentId {
        if (!value.matches("C-[0-9]{6,}")) {
            throw new Invalid("refused.consignment-number", value);
        }
    }

    static ConsignmentId of(long number) {
        return new ConsignmentId(String.format(java.util.Locale.ROOT, "C-%06d", number));
    }

    /** What ledger entries and alarms about it refer to. */
    public Ref ref() {
        return new Ref("consignment", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
