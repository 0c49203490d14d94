package holdfast.vault.model;

/** A file that could not be saved or restored, and why, in words for a person. */
public record FailedFile(FilePath path, String reason) {}
