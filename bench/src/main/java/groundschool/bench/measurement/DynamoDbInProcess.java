package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.bench.load.Client;
import groundschool.bench.load.Load;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.sdk.EmulatorHttpClient;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls without a socket, one after the other: by `Emulator.perform`, and as signed requests by
/// `EmulatorHttpClient`. The state is kept on disk.
public final class DynamoDbInProcess implements Measurement {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Bar> GOALS =
            Map.of(
                    "PutItem",
                    Bar.above(100_000, Unit.PER_SECOND),
                    "GetItem",
                    Bar.above(300_000, Unit.PER_SECOND));

    @Override
    public String name() {
        return "in-process";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        var sandboxes = Sandboxes.at(plan.freshFolder(), Durability.WRITE);
        try (var emulator = new Emulator(sandboxes)) {
            var key = sandboxes.create("111122223333");
            var caller = new Caller(sandboxes.open(key.sandbox()), key.principal(), "us-east-1");
            perform(emulator, caller, "CreateTable", Flights.createTable());
            for (var flight : Flights.inputs("PutItem")) {
                perform(emulator, caller, "PutItem", flight);
            }
            var figures = new ArrayList<Figure>();
            for (var operation : List.of("PutItem", "GetItem", "Query")) {
                var inputs = Flights.inputs(operation);
                var output = perform(emulator, caller, operation, inputs.getFirst());
                var trees = inputs.stream().map(DynamoDbInProcess::tree).toList();
                figures.addAll(
                        compare(
                                operation + " by perform",
                                GOALS.getOrDefault(operation, Bar.NONE),
                                time ->
                                        load(
                                                number ->
                                                        emulator.perform(
                                                                caller,
                                                                "dynamodb",
                                                                operation,
                                                                pick(trees, number)),
                                                time),
                                time -> least(operation, inputs, output, time, plan),
                                plan,
                                progress));
                var signer = new Signer(key.id(), key.secret());
                figures.addAll(
                        compare(
                                operation + " by EmulatorHttpClient",
                                Bar.NONE,
                                time -> overSdk(emulator, signer, operation, inputs, time),
                                time -> least(operation, inputs, output, time, plan),
                                plan,
                                progress));
            }
            return figures;
        }
    }

    private interface Loaded {
        List<Double> load(Duration time) throws Exception;
    }

    private interface Call {
        void make(long number) throws IOException;
    }

    private static List<Figure> compare(
            String name, Bar bar, Loaded subject, Loaded reference, Plan plan, Progress progress)
            throws Exception {
        subject.load(plan.warmUp());
        reference.load(plan.warmUp());
        return new Comparison(
                        "JSON alone",
                        List.of(
                                new Quantity(name, Unit.PER_SECOND, bar),
                                Quantity.of(name + ": p99", Unit.MICROSECONDS)),
                        () -> subject.load(plan.load()),
                        () -> reference.load(plan.load()))
                .run(plan, progress);
    }

    private static List<Double> load(Call call, Duration time) throws Exception {
        Client client = call::make;
        var taken = Load.closed(() -> client, 1, time);
        return List.of(taken.perSecond(), taken.microseconds(0.99));
    }

    private static List<Double> overSdk(
            Emulator emulator, Signer signer, String operation, List<String> inputs, Duration time)
            throws Exception {
        try (var http = new EmulatorHttpClient(emulator)) {
            // Signed anew each time, for signatures grow old.
            var requests = inputs.stream().map(input -> request(signer, operation, input)).toList();
            return load(
                    number -> {
                        var answer = http.prepareRequest(pick(requests, number)).call();
                        try (var body = answer.responseBody().orElseThrow()) {
                            body.readAllBytes();
                        }
                        if (answer.httpResponse().statusCode() != 200) {
                            throw new IOException(answer.httpResponse().toString());
                        }
                    },
                    time);
        }
    }

    /// The least that has to be done for a call: its input is read, its output is written, and what
    /// it changes is added to a file.
    private static List<Double> least(
            String operation, List<String> inputs, JsonNode output, Duration time, Plan plan)
            throws Exception {
        var bodies = inputs.stream().map(each -> each.getBytes(StandardCharsets.UTF_8)).toList();
        var log = plan.freshFolder().resolve("log").toFile();
        try (var file = new RandomAccessFile(log, "rw")) {
            return load(
                    number -> {
                        var body = pick(bodies, number);
                        JSON.readTree(body);
                        if (operation.equals("PutItem")) {
                            file.write(body);
                        }
                        JSON.writeValueAsBytes(output);
                    },
                    time);
        }
    }

    private static HttpExecuteRequest request(Signer signer, String operation, String input) {
        var http =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(URI.create("http://localhost/"));
        signer.headers(operation, input).forEach(http::putHeader);
        var body = input.getBytes(StandardCharsets.UTF_8);
        return HttpExecuteRequest.builder()
                .request(http.build())
                .contentStreamProvider(() -> new java.io.ByteArrayInputStream(body))
                .build();
    }

    private static JsonNode perform(
            Emulator emulator, Caller caller, String operation, String input) {
        return emulator.perform(caller, "dynamodb", operation, tree(input));
    }

    private static JsonNode tree(String json) {
        return JSON.readTree(json);
    }

    private static <T> T pick(List<T> all, long number) {
        return all.get((int) (number % all.size()));
    }
}
