package holdfast.server.secondsite.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.server.secondsite.Alarm;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tells somebody outside of an alarm. Never throws and never waits: the bell has already kept the alarm. */
interface AlarmHook {
    void tell(Alarm alarm);

    /** Nobody is told; the alarm is in the folder and in the answers. */
    static AlarmHook none() {
        return _ -> {};
    }

    /**
     * Runs a program for each alarm, with the kind as its last argument and the text on its standard input: for
     * instance {@code mail -s} with an address. It gets a minute.
     */
    static AlarmHook program(List<String> command) {
        return alarm -> Thread.startVirtualThread(() -> run(command, alarm));
    }

    private static void run(List<String> command, Alarm alarm) {
        try {
            List<String> line = new ArrayList<>(command);
            line.add("Holdfast alarm: " + alarm.kind());
            Process process = new ProcessBuilder(line)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write((alarm.text() + "\n").getBytes(UTF_8));
            }
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                System.err.println("The alarm program " + command.getFirst() + " did not end; it was stopped.");
            } else if (process.exitValue() != 0) {
                System.err.println("The alarm program " + command.getFirst() + " failed: exit " + process.exitValue());
            }
        } catch (IOException e) {
            System.err.println("The alarm program " + command.getFirst() + " could not be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
