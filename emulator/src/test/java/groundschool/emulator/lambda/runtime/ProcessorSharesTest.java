package groundschool.emulator.lambda.runtime;

import static groundschool.emulator.lambda.runtime.Function.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessorSharesTest {

    @Test
    void a_function_has_a_share_of_the_processor_in_proportion_to_its_memory() throws IOException {
        try (var probe = ProcessorShares.ofThisMachine()) {
            assumeTrue(
                    probe.areKept(),
                    "This user may make no control groups here: functions share the processor evenly.");
        }
        var before = groups();
        try (var runtimes = new LocalRuntimes(Path.of("/nowhere"), 5, true)) {
            var small = Function.python(runtimes, "def handler(e, c): return 1").memory(128);
            var large = Function.python(runtimes, "def handler(e, c): return 1").memory(1_769);

            assertThat(text(small.invoke("{}"))).isEqualTo("1");
            assertThat(text(large.invoke("{}"))).isEqualTo("1");

            var made = groups();
            made.removeAll(before);
            long whole = Files.exists(Path.of("/sys/fs/cgroup/cgroup.controllers")) ? 100 : 1024;
            assertThat(made.stream().map(ProcessorSharesTest::weight))
                    .containsExactlyInAnyOrder(whole * 128 / 1_769, whole);
            assertThat(made)
                    .allSatisfy(group ->
                            assertThat(Files.readString(group.resolve("cgroup.procs")))
                                    .isNotBlank());
        }
        assertThat(before).containsAll(groups());
    }

    /// The groups of environments of this process.
    private static Set<Path> groups() throws IOException {
        var name = "groundschool-" + ProcessHandle.current().pid() + "-";
        try (var all = Files.walk(Path.of("/sys/fs/cgroup"), 3)) {
            return all.filter(Files::isDirectory)
                    .filter(folder -> folder.getNameCount() > 1)
                    .filter(folder ->
                            folder.getName(folder.getNameCount() - 2).toString().startsWith(name))
                    .collect(Collectors.toSet());
        }
    }

    private static long weight(Path group) {
        return Stream.of("cpu.shares", "cpu.weight")
                .map(group::resolve)
                .filter(Files::exists)
                .map(ProcessorSharesTest::number)
                .findFirst()
                .orElseThrow();
    }

    private static long number(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
