package groundschool.emulator.lambda.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives each environment a share of the processor in proportion to its memory, by a control group
/// of its own, where this machine lets us make some: a function with much memory is ahead of one
/// with little as soon as both want more than there is.
///
/// Unlike on AWS a function that is alone has all of the processor, whatever its memory: what less
/// would cost is a matter of `TimingModel`.
///
/// Source: [Configure Lambda function
/// memory](https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html), "at 1,769 MB, a
/// function has the equivalent of one vCPU"
final class ProcessorShares implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorShares.class);
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final String NAME = "groundschool-";
    private static final Duration LONGEST_END = Duration.ofSeconds(10);
    private static final AtomicLong MADE = new AtomicLong();

    /// Which version of control groups there is.
    ///
    /// @param folder where the groups of processors lie
    /// @param file that holds a group's weight
    /// @param usual the weight of a process that is in no group
    private record Kind(Path folder, String file, int usual) {

        static Optional<Kind> found() throws IOException {
            var controllers = ROOT.resolve("cgroup.controllers");
            if (Files.exists(controllers)) {
                return names(controllers).contains("cpu")
                        ? Optional.of(new Kind(ROOT, "cpu.weight", 100))
                        : Optional.empty();
            }
            return Stream.of("cpu", "cpu,cpuacct")
                    .map(ROOT::resolve)
                    .filter(folder -> Files.exists(folder.resolve("cpu.shares")))
                    .map(folder -> new Kind(folder, "cpu.shares", 1024))
                    .findFirst();
        }

        private static List<String> names(Path file) throws IOException {
            return List.of(Files.readString(file).strip().split("\\s+"));
        }

        /// Lets groups below that one have weights.
        void open(Path group) throws IOException {
            var control = group.resolve("cgroup.subtree_control");
            if (Files.exists(control) && !names(control).contains("cpu")) {
                Files.writeString(control, "+cpu");
            }
        }

        void weigh(Path group, long weight) throws IOException {
            Files.writeString(group.resolve(file), Long.toString(Math.max(2, weight)));
        }
    }

    private record Group(Kind kind, Path folder) {}

    private final Optional<Group> group;
    private final Set<Path> emptied = ConcurrentHashMap.newKeySet();

    private ProcessorShares(Optional<Group> group) {
        this.group = group;
    }

    static ProcessorShares ofThisMachine() {
        try {
            var kind = Kind.found();
            if (kind.isPresent()) {
                sweep(kind.get());
                return new ProcessorShares(Optional.of(made(kind.get())));
            }
            LOG.info("Functions share the processor evenly: this machine has no control groups.");
        } catch (IOException e) {
            LOG.info(
                    "Functions share the processor evenly: this user may not make control groups.");
        }
        return new ProcessorShares(Optional.empty());
    }

    private static Group made(Kind kind) throws IOException {
        kind.open(kind.folder());
        var name = NAME + ProcessHandle.current().pid() + "-" + MADE.incrementAndGet();
        var folder = Files.createDirectory(kind.folder().resolve(name));
        try {
            kind.open(folder);
            // All functions together count as much as the machine has processors.
            kind.weigh(folder, (long) kind.usual() * Runtime.getRuntime().availableProcessors());
        } catch (IOException e) {
            remove(folder);
            throw e;
        }
        return new Group(kind, folder);
    }

    /// Removes what processes left that were killed.
    private static void sweep(Kind kind) throws IOException {
        try (var all = Files.newDirectoryStream(kind.folder(), NAME + "*")) {
            for (var each : all) {
                var pid = each.getFileName().toString().substring(NAME.length()).split("-")[0];
                if (pid.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    removeAll(each);
                }
            }
        }
    }

    private static void removeAll(Path group) {
        try (var parts = Files.newDirectoryStream(group, Files::isDirectory)) {
            parts.forEach(ProcessorShares::remove);
        } catch (IOException e) {
            LOG.debug("a control group cannot be read", e);
        }
        remove(group);
    }

    /// @return whether it is gone
    private static boolean remove(Path group) {
        try {
            Files.deleteIfExists(group);
            return true;
        } catch (IOException e) {
            LOG.debug("a control group cannot be removed yet", e);
            return false;
        }
    }

    /// Whether functions have shares.
    boolean areKept() {
        return group.isPresent();
    }

    /// Has a command begin in an environment's group, so that all that it starts is in it.
    ///
    /// @param number of the environment
    ProcessBuilder in(long number, int memorySize, ProcessBuilder builder) {
        if (group.isEmpty()) {
            return builder;
        }
        var kind = group.get().kind();
        var folder = group.get().folder().resolve(Long.toString(number));
        try {
            Files.createDirectories(folder);
            kind.weigh(folder, (long) kind.usual() * memorySize / TimingModel.WHOLE_PROCESSOR);
        } catch (IOException e) {
            LOG.debug("an environment has no share of its own", e);
            return builder;
        }
        var command = new ArrayList<>(List.of("/bin/sh", "-c", "echo 0 > \"$0\"; exec \"$@\""));
        command.add(folder.resolve("cgroup.procs").toString());
        command.addAll(builder.command());
        return builder.command(command);
    }

    /// Its processes have been ended, if perhaps this very moment.
    void release(long number) {
        if (group.isPresent()) {
            emptied.add(group.get().folder().resolve(Long.toString(number)));
            emptied.removeIf(ProcessorShares::remove);
        }
    }

    @Override
    public void close() {
        group.map(Group::folder).ifPresent(ProcessorShares::removeOnceEmpty);
    }

    /// Processes that have just been ended may still be there for a moment.
    private static void removeOnceEmpty(Path folder) {
        long until = System.nanoTime() + LONGEST_END.toNanos();
        removeAll(folder);
        while (Files.exists(folder) && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
            removeAll(folder);
        }
    }
}
