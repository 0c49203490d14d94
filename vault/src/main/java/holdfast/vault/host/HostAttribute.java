package holdfast.vault.host;

/** An extended attribute: POSIX ACLs are among them, as {@code system.posix_acl_access}. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record HostAttribute(byte[] name, byte[] value) {}
