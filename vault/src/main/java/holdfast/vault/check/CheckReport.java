package holdfast.vault.check;

import holdfast.storage.ObjectName;
import java.util.List;

/**
 * What a check found.
 *
 * @param findings empty if all is well
 * @param objects how many objects were looked at
 * @param bytes how many bytes of packs were read and verified
 */
public record CheckReport(List<Finding> findings, long snapshots, long objects, long bytes) {
    public CheckReport {
        findings = List.copyOf(findings);
    }

    public boolean sound() {
        return findings.stream().allMatch(finding -> finding.severity() == Severity.NOTE);
    }

    /** Whether something is lost. */
    public enum Severity {
        /** Data cannot be read, or would not be found. */
        DAMAGE,
        /** Nothing is lost: an object that nobody refers to, say. */
        NOTE
    }

    /**
     * @param object the object that it is about
     * @param place where in the object: {@code group 3 at byte 81920}, or empty for the whole
     * @param what in words for a person
     */
    public record Finding(Severity severity, ObjectName object, String place, String what) {
        @Override
        public String toString() {
            return object + (place.isEmpty() ? "" : ", " + place) + ": " + what;
        }
    }
}
