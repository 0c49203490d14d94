package holdfast.vault.repair;

import holdfast.storage.NoSuchObjectException;
import holdfast.storage.ObjectName;
import holdfast.vault.check.CheckReport.Finding;
import holdfast.vault.check.CheckReport.Severity;
import holdfast.vault.model.Problems;
import holdfast.vault.model.VaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What could not be read or is not believed: objects that are damaged, or of a key that was taken back, of the kinds that
 * this repair may delete, and the others, which it leaves alone. What a stranger signed stays: only the enrolment may be
 * missing.
 */
final class Unbelieved implements Problems {
    private final List<String> deletable;
    private final List<Finding> damaged = new ArrayList<>();
    private final List<Finding> left = new ArrayList<>();
    private VaultException.@Nullable TooNew later;

    /** @param deletable prefixes of names */
    Unbelieved(String... deletable) {
        this.deletable = List.of(deletable);
    }

    @Override
    public void add(ObjectName object, Exception why) {
        if (why instanceof VaultException.TooNew tooNew) {
            later = tooNew;
        } else if (!(why instanceof NoSuchObjectException)) {
            boolean useless = why instanceof VaultException.Damaged || why instanceof VaultException.Revoked;
            boolean may = useless && deletable.stream().anyMatch(object.value()::startsWith);
            Finding finding = new Finding(Severity.DAMAGE, object, "", String.valueOf(why.getMessage()));
            List<Finding> list = may ? damaged : left;
            if (!list.contains(finding)) {
                list.add(finding);
            }
        }
    }

    /** @throws VaultException.TooNew if there is something that only a later version understands */
    Unbelieved demandNoneTooNew() throws VaultException {
        if (later != null) {
            throw later;
        }
        return this;
    }

    List<Finding> damaged() {
        return List.copyOf(damaged);
    }

    List<Finding> left() {
        return List.copyOf(left);
    }

    /** Those of a plan that are damaged still: a store may have erred once. */
    List<ObjectName> stillDamaged(List<Finding> planned) {
        Set<ObjectName> now = damaged.stream().map(Finding::object).collect(Collectors.toSet());
        return planned.stream().map(Finding::object).filter(now::contains).toList();
    }
}
