package holdfast.server.notice;

import java.util.List;

/**
 * What was planned.
 *
 * @param batches the new batches
 * @param persons how many persons are to be notified by them
 * @param alreadyNotified persons on the media who have a notice of this incident from an earlier plan: not written to again
 * @param unreachable persons with neither an e-mail nor a postal address: to be reached by public notice
 */
public record BatchPlan(List<Batch> batches, long persons, long alreadyNotified, long unreachable) {}
