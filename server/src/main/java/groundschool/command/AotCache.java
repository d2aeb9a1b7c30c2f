package groundschool.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The JDK's ahead-of-time cache: what a training run has loaded and linked, so that the next start
/// need not. It is made on this machine, once for each build and JDK.
///
/// Source: [JEP 514](https://openjdk.org/jeps/514)
final class AotCache {

    private AotCache() {}

    /// Starts a process of low priority that makes the cache, if the launcher names one and it is
    /// not there.
    static void trainIfMissing() {
        var cache = System.getProperty("groundschool.cache");
        if (cache == null || Files.exists(Path.of(cache))) {
            return;
        }
        var java = ProcessHandle.current().info().command();
        var arguments = ProcessHandle.current().info().arguments().map(List::of);
        if (java.isPresent() && arguments.isPresent()) {
            command(java.get(), arguments.get(), cache).ifPresent(AotCache::start);
        }
    }

    /// The same Java with the same options, for they are part of what the cache is good for.
    private static Optional<List<String>> command(
            String java, List<String> arguments, String cache) {
        var main = arguments.indexOf(Groundschool.class.getName());
        if (main < 0) {
            return Optional.empty();
        }
        var half = cache + "." + ProcessHandle.current().pid();
        var command = new ArrayList<String>();
        // A shell outlives this process, and renames the cache into place only if it is whole.
        command.addAll(
                List.of(
                        "/bin/sh",
                        "-c",
                        "half=$1; cache=$2; shift 2; if nice -n 19 \"$@\"; then mv \"$half\" \"$cache\"; fi; rm -f \"$half\" \"$half.config\"",
                        "sh",
                        half,
                        cache,
                        java,
                        "-XX:AOTCacheOutput=" + half,
                        "-Xlog:aot=off",
                        "-Xlog:cds=off"));
        command.addAll(
                arguments.subList(0, main).stream()
                        .filter(each -> !each.startsWith("-Dgroundschool.cache="))
                        .toList());
        command.addAll(List.of(Groundschool.class.getName(), "train"));
        return Optional.of(command);
    }

    private static void start(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            // Without a cache it starts more slowly, and that is all.
        }
    }
}
