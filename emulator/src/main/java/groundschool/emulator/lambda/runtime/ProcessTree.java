package groundschool.emulator.lambda.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/// A process and all that it has started, and the memory that they hold.
final class ProcessTree {

    private final Process process;

    ProcessTree(Process process) {
        this.process = process;
    }

    /// What all hold now, in MB; 0 where the system does not tell.
    int residentMegabytes() {
        long kilobytes = 0;
        for (long pid : pids()) {
            kilobytes += resident(pid, "VmRSS:");
        }
        return megabytes(kilobytes);
    }

    /// The most that the largest of them has ever held, and what the others hold now.
    int peakMegabytes() {
        long now = 0;
        long more = 0;
        for (long pid : pids()) {
            long resident = resident(pid, "VmRSS:");
            now += resident;
            more = Math.max(more, resident(pid, "VmHWM:") - resident);
        }
        return megabytes(now + more);
    }

    /// For how long processors have been busy with those that still run; zero where the system does
    /// not tell.
    Duration computed() {
        long nanos = 0;
        for (long pid : pids()) {
            nanos += busyNanos(pid);
        }
        return Duration.ofNanos(nanos);
    }

    private static long busyNanos(long pid) {
        long nanos = 0;
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
            for (var thread : threads) {
                var told = Files.readString(thread.resolve("schedstat")).split(" ");
                nanos += Long.parseLong(told[0]);
            }
        } catch (IOException | NumberFormatException e) {
            // It has just ended, or this system does not tell.
            return nanos;
        }
        return nanos;
    }

    /// Asks those to end that are not what isolates them.
    void terminate() {
        java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(process.toHandle()), process.descendants())
                .filter(each -> !each.info().command().orElse("").endsWith("/bwrap"))
                .forEach(ProcessHandle::destroy);
    }

    /// Ends all of them at once.
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static int megabytes(long kilobytes) {
        return (int) Math.ceilDiv(kilobytes, 1024L);
    }

    private Set<Long> pids() {
        var all = new HashSet<Long>();
        var open = new ArrayDeque<Long>();
        open.add(process.pid());
        while (!open.isEmpty() && all.size() < 5_000) {
            long pid = open.removeFirst();
            if (all.add(pid)) {
                children(pid, open);
            }
        }
        return all;
    }

    private static void children(long pid, ArrayDeque<Long> into) {
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
            for (var thread : threads) {
                for (var child : Files.readString(thread.resolve("children")).split(" ")) {
                    if (!child.isBlank()) {
                        into.add(Long.parseLong(child.strip()));
                    }
                }
            }
        } catch (IOException e) {
            // It has just ended, or this system has no /proc.
        }
    }

    /// In kB. The programs that start an environment's own count for nothing.
    private static long resident(long pid, String field) {
        try {
            var status =
                    new String(
                            Files.readAllBytes(Path.of("/proc", Long.toString(pid), "status")),
                            StandardCharsets.UTF_8);
            int at = status.indexOf(field);
            if (at < 0 || status.startsWith("Name:\tbwrap\n")) {
                return 0;
            }
            int end = status.indexOf(" kB", at);
            return Long.parseLong(status.substring(at + field.length(), end).strip());
        } catch (IOException e) {
            return 0;
        }
    }
}
