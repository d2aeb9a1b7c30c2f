package groundschool.command;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The JDK's ahead-of-time cache: what a training run has loaded and linked, so that the next start
/// need not. It is made on this machine, once for each build and JDK.
///
/// Source: [JEP 514](https://openjdk.org/jeps/514)
final class AotCache {

    private AotCache() {}

    /// Starts a process of low priority that makes the cache, if the launcher names one and it is
    /// not there.
    ///
    /// @param role what the cache is for, as `train` knows it
    static void trainIfMissing(Train.Role role) {
        var cache = System.getProperty("groundschool.cache");
        if (cache == null || Files.exists(Path.of(cache)) || isBeingMade(Path.of(cache))) {
            return;
        }
        ProcessHandle.current()
                .info()
                .command()
                .map(java -> command(java, cache, role))
                .ifPresent(AotCache::start);
    }

    /// Whether a process that an earlier start has left makes it: whoever starts and stops a few
    /// times in a row must not have a few at work.
    private static boolean isBeingMade(Path cache) {
        try (var halves =
                Files.newDirectoryStream(cache.getParent(), cache.getFileName() + ".[0-9]*")) {
            for (var half : halves) {
                var name = half.getFileName().toString();
                var maker = name.substring(cache.getFileName().toString().length() + 1);
                if (maker.matches("[0-9]{1,18}") && isAlive(Long.parseLong(maker))) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // Then nothing can be written there either.
            return true;
        }
        return false;
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    /// The same Java with the same options, for they are part of what the cache is good for.
    private static List<String> command(String java, String cache, Train.Role role) {
        var command = new ArrayList<String>();
        // A shell outlives this process, and renames the cache into place only if it is whole.
        // Until
        // then a file with the number of the shell says that it is being made.
        command.addAll(
                List.of(
                        "/bin/sh",
                        "-c",
                        "cache=$1; java=$2; shift 2; half=$cache.$$; : >\"$half\"; "
                                + "if nice -n 19 \"$java\" \"-XX:AOTCacheOutput=$half.new\" \"$@\"; "
                                + "then mv \"$half.new\" \"$cache\"; fi; "
                                + "rm -f \"$half\" \"$half.new\" \"$half.new.config\"",
                        "sh",
                        cache,
                        java));
        // Not from ProcessHandle: on Linux it knows no command line of more than 4 kB, and the
        // class path is longer.
        command.addAll(
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(each -> !each.startsWith("-Dgroundschool.cache="))
                        .toList());
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Groundschool.class.getName(),
                        "train",
                        role.name()));
        return command;
    }

    private static void start(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            // Without a cache it starts more slowly, and that is all.
        }
    }
}
