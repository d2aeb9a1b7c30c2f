package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A request through API Gateway, from a client over HTTP to a warm function and back, past an
/// authorizer whose answer is remembered; against one that a mock answers without any of these.
public final class ApiRequests implements Measurement {

    private static final int REQUESTS = 1_000;
    private static final int CONNECTIONS = 16;

    private static final String AGAINST = "a mock without an authorizer";

    @Override
    public String name() {
        return "api";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        try (var emulator = new Emulator(Sandboxes.inMemory());
                var server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
                var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var key = emulator.sandboxes().create("111122223333");
            var sandbox = emulator.sandboxes().open(key.sandbox());
            var account = new ApiAccount(emulator, Caller.of(key, sandbox, ApiAccount.REGION, ""));
            var stage =
                    server.uri()
                            .resolve(
                                    "/_aws/execute-api/"
                                            + ApiAccount.REGION
                                            + "/"
                                            + account.api()
                                            + "/dev");
            var whole = URI.create(stage + "/whole");
            var bare = URI.create(stage + "/bare");
            trial(http, whole);
            trial(http, bare);
            var figures =
                    new ArrayList<>(
                            new Comparison(
                                            AGAINST,
                                            List.of(
                                                    new Quantity(
                                                            "API request, cached authorizer, warm function, p50",
                                                            Unit.MICROSECONDS,
                                                            Bar.below(5_000, Unit.MICROSECONDS)),
                                                    Quantity.of(
                                                            "the same, p99", Unit.MICROSECONDS)),
                                            () -> trial(http, whole),
                                            () -> trial(http, bare))
                                    .run(plan, progress));
            var manyWhole = new ApiClients(server.port(), whole);
            var manyBare = new ApiClients(server.port(), bare);
            progress.says("warming up");
            manyWhole.load(CONNECTIONS, plan.warmUp());
            manyBare.load(CONNECTIONS, plan.warmUp());
            figures.addAll(
                    new Comparison(
                                    AGAINST,
                                    List.of(
                                            Quantity.of(
                                                    "the same, on 16 connections",
                                                    Unit.PER_SECOND)),
                                    () ->
                                            List.of(
                                                    manyWhole
                                                            .load(CONNECTIONS, plan.load())
                                                            .perSecond()),
                                    () ->
                                            List.of(
                                                    manyBare.load(CONNECTIONS, plan.load())
                                                            .perSecond()))
                            .run(plan, progress));
            return figures;
        }
    }

    /// The median and the 99th of a hundred, in microseconds, one request after the other.
    private static List<Double> trial(HttpClient http, URI uri)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri).header("Auth", "token").build();
        var took = new double[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long began = System.nanoTime();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            took[i] = (System.nanoTime() - began) / 1_000.0;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
        Arrays.sort(took);
        return List.of(took[REQUESTS / 2], took[REQUESTS * 99 / 100]);
    }
}
