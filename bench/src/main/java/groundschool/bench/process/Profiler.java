package groundschool.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Records where another Java process spends its processor time, by the JDK's flight recorder.
///
/// @param folder for the recording
public record Profiler(Child child, Path folder) {

    /// Each thread is looked at after so much processor time of its own.
    private static final String SETTINGS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration version="2.0">
              <event name="jdk.CPUTimeSample">
                <setting name="enabled">true</setting>
                <setting name="throttle">1ms</setting>
                <setting name="stackTrace">true</setting>
              </event>
            </configuration>
            """;

    /// Something to be done meanwhile.
    public interface Work {
        void run() throws Exception;
    }

    /// What was recorded while something was done.
    public Path record(Work work) throws Exception {
        var settings = Files.writeString(folder.resolve("profile.jfc"), SETTINGS);
        var recording = folder.resolve("profile.jfr");
        jcmd("JFR.start", "name=bench", "settings=" + settings);
        work.run();
        jcmd("JFR.stop", "name=bench", "filename=" + recording);
        return recording;
    }

    /// How many bytes of its heap are in use, once all garbage is collected.
    public long liveBytes() throws IOException, InterruptedException {
        var lines = jcmd("GC.class_histogram").strip().lines().toList();
        var total = lines.getLast().strip().split(" +");
        if (!total[0].equals("Total")) {
            throw new IOException("No total in what the JVM says of its heap: " + lines.getLast());
        }
        return Long.parseLong(total[2]);
    }

    /// How much processor time the process has taken, of all its threads.
    public static double processorSeconds(Child child) {
        return ProcessHandle.of(child.pid())
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElseThrow()
                        .toNanos()
                / 1e9;
    }

    private String jcmd(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(child.pid()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
        return said;
    }
}
