package holdfast.vault.retention;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;

/** What makes two snapshots stand for the same: the newest of each hour, day … is kept. */
public enum Bucket {
    LAST("last") {
        @Override
        long of(ZonedDateTime time, int number) {
            return number;
        }
    },
    HOURLY("hourly") {
        @Override
        long of(ZonedDateTime time, int number) {
            return 24 * DAILY.of(time, number) + time.getHour();
        }
    },
    DAILY("daily") {
        @Override
        long of(ZonedDateTime time, int number) {
            return time.getLong(ChronoField.EPOCH_DAY);
        }
    },
    /** By ISO 8601: Monday to Sunday. */
    WEEKLY("weekly") {
        @Override
        long of(ZonedDateTime time, int number) {
            return 100L * time.get(IsoFields.WEEK_BASED_YEAR) + time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        }
    },
    MONTHLY("monthly") {
        @Override
        long of(ZonedDateTime time, int number) {
            return time.getLong(ChronoField.PROLEPTIC_MONTH);
        }
    },
    YEARLY("yearly") {
        @Override
        long of(ZonedDateTime time, int number) {
            return time.getYear();
        }
    };

    private final String word;

    Bucket(String word) {
        this.word = word;
    }

    /** @param number of the snapshot, the newest is 0 */
    abstract long of(ZonedDateTime time, int number);

    /** {@code daily}, as in {@code --keep-daily}. */
    public String word() {
        return word;
    }
}
