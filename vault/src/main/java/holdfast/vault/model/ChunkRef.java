package holdfast.vault.model;

/**
 * A piece of a file.
 *
 * @param offset where it starts in the file, in bytes
 * @param length in bytes
 */
public record ChunkRef(ChunkId id, long offset, int length) {}
