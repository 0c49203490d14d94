package holdfast.tape;

/**
 * One object on a cartridge.
 *
 * @param offset where its frame begins in the plain stream
 */
public record CatalogueEntry(String name, long size, long offset) {}
