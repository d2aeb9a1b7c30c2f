package groundschool.emulator.lambda.runtime;

import static groundschool.emulator.lambda.runtime.Function.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimingModelTest {

    private final LocalRuntimes runtimes = new LocalRuntimes(Path.of("/nowhere"), 5, true);

    @AfterEach
    void close() {
        runtimes.close();
    }

    @Test
    void waiting_takes_what_it_takes_and_computing_longer_with_less_memory() {
        var second = Duration.ofSeconds(1);

        assertThat(TimingModel.of("python3.12", 1_769).run(second, second)).isEqualTo(second);
        assertThat(TimingModel.of("python3.12", 10_240).run(second, second)).isEqualTo(second);
        assertThat(TimingModel.of("python3.12", 128).run(second, Duration.ZERO)).isEqualTo(second);
        assertThat(TimingModel.of("python3.12", 128).run(second, Duration.ofMillis(100)).toMillis())
                .isEqualTo(900 + 100 * 1_769 / 128);
    }

    @Test
    void an_init_takes_what_is_documented_of_its_runtime_besides() {
        var here = Duration.ofMillis(60);

        assertThat(TimingModel.of("nodejs24.x", 128).init(here)).hasMillis(360);
        assertThat(TimingModel.of("python3.12", 128).init(here)).hasMillis(360);
        assertThat(TimingModel.of("java25", 128).init(here)).hasMillis(3_060);
        assertThat(TimingModel.of("provided.al2023", 128).init(here)).hasMillis(135);
    }

    @Test
    void the_report_tells_the_played_times_and_the_result_by_how_much_they_are_more() {
        var function =
                Function.python(
                                runtimes,
                                "def handler(e, c):\n    return sum(i * i for i in range(300000))")
                        .memory(256)
                        .timing(TimingModel.of("python3.12", 256));

        var cold = function.invoke("{}");
        var warm = function.invoke("{}");

        var told = told(cold);
        assertThat(told.group("init")).isNotNull();
        assertThat(Double.parseDouble(told.group("init"))).isGreaterThan(300);
        assertThat(Long.parseLong(told.group("billed")))
                .isEqualTo(
                        (long)
                                Math.ceil(
                                        Double.parseDouble(told.group("duration"))
                                                + Double.parseDouble(told.group("init"))
                                                - 0.0101));
        assertThat(cold.played()).isGreaterThan(Duration.ofMillis(300));
        assertThat(told(warm).group("init")).isNull();
        assertThat(warm.played()).isPositive();
        assertThat(warm.duration()).isGreaterThan(warm.played());
    }

    private static java.util.regex.Matcher told(Invocation.Result result) {
        var matcher =
                Pattern.compile(
                                "REPORT RequestId: \\S+\tDuration: (?<duration>[0-9.]+) ms\tBilled Duration: (?<billed>[0-9]+) ms\tMemory Size: 256 MB\tMax Memory Used: [0-9]+ MB\t(Init Duration: (?<init>[0-9.]+) ms\t)?\n")
                        .matcher(result.reportLine());
        assertThat(matcher.matches()).as(result.reportLine()).isTrue();
        return matcher;
    }

    @Test
    void what_would_take_longer_than_the_timeout_on_aws_times_out() {
        var function =
                Function.python(
                                runtimes,
                                "def handler(e, c):\n    return sum(i * i for i in range(3000000))")
                        .memory(128)
                        .timeout(Duration.ofSeconds(10))
                        .timing(new TimingModel(Duration.ZERO, 0.001));

        var result = function.invoke("{}");

        assertThat(text(result)).contains("Task timed out after 10.00 seconds");
        assertThat(result.reportLine()).contains("Duration: 10000.00 ms", "Status: timeout");
    }
}
