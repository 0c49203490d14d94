package holdfast.server.notice;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The sender: a process of its own, without Spring, that can be killed at any moment. Its only argument is the file of its
 * {@link SenderJob}. Exit values: 0 nothing is left to send; 2 some could not be sent now; 3 another sender of this
 * incident is alive; 1 anything else, said on standard error.
 */
public final class Sender {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int SOME_LEFT = 2;
    static final int ANOTHER_IS_ALIVE = 3;

    /** More lines than this did not make it faster on two cores. */
    private static final int LINES = 3;

    private final SenderJob job;

    private Sender(SenderJob job) {
        this.job = job;
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        if (args.length != 1) {
            System.err.println("The sender is started by the server, with the file of its instructions.");
            return FAILED;
        }
        try {
            return new Sender(SenderJob.take(Path.of(args[0]))).send();
        } catch (IOException | SQLException | RuntimeException e) {
            System.err.println("The sender stopped: " + e);
            return FAILED;
        }
    }

    private int send() throws SQLException {
        try (NoticeTable table = NoticeTable.open(job)) {
            if (!table.claimIncident(job.incident())) {
                System.err.println("Another sender of incident " + job.incident() + " is alive.");
                return ANOTHER_IS_ALIVE;
            }
            table.doubtWhatWasBeingSent(job.incident());
            boolean all = work(table);
            return all && table.waiting(job.incident()) == 0 ? DONE : SOME_LEFT;
        }
    }

    private boolean work(NoticeTable table) throws SQLException {
        MailQueue queue = new MailQueue(table.waitingMails(job.incident()), new Throttle(job.perSecond()));
        List<NoticeTable.LetterBatch> letters = table.unprintedBatches(job.incident());
        try (ExecutorService crew = Executors.newFixedThreadPool(LINES + 1)) {
            List<Future<Boolean>> work = new java.util.ArrayList<>();
            if (!letters.isEmpty()) {
                work.add(crew.submit(() -> print(letters)));
            }
            for (int i = 0; i < LINES; i++) {
                work.add(crew.submit(() -> mail(queue)));
            }
            boolean all = true;
            for (Future<Boolean> part : work) {
                all &= part.get();
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("sending stopped: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean mail(MailQueue queue) throws SQLException {
        try (NoticeTable table = joined();
                MailWorker worker = new MailWorker(job, table, queue)) {
            return worker.work();
        }
    }

    private boolean print(List<NoticeTable.LetterBatch> batches) throws SQLException, IOException {
        try (NoticeTable table = joined()) {
            for (NoticeTable.LetterBatch batch : batches) {
                new LetterPress(job, table).print(batch);
            }
            return true;
        }
    }

    private NoticeTable joined() throws SQLException {
        NoticeTable table = NoticeTable.open(job);
        table.join(job.incident());
        return table;
    }

    static Connection connect(SenderJob job) throws SQLException {
        return java.sql.DriverManager.getConnection(job.jdbcUrl(), job.user(), job.password());
    }
}
