package holdfast.server.notice;

/**
 * A message that may or may not have been accepted: ask the receiver about its Message-ID.
 *
 * @param since why it is in doubt
 */
public record Doubt(long notice, BatchId batch, String messageId, String since) {}
