package holdfast.vault.model;

import holdfast.storage.ObjectName;

/**
 * An object of the store that a snapshot needs.
 *
 * @param size in bytes
 */
public record VaultObject(ObjectName name, long size, Kind kind) {
    /** What an object carries. */
    public enum Kind {
        /** A pack of file contents. */
        DATA,
        /** Everything else: packs of trees and attachments, indexes, the snapshot, the config, enrolled keys. */
        META
    }
}
