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
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// How exactly API Gateway throttles: what it lets through of more than that, against the rate and
/// the burst that are set for the method.
public final class ApiThrottling implements Measurement {

    private static final int CONNECTIONS = 16;
    private static final int RATE = 200;
    private static final int BURST = 100;

    @Override
    public String name() {
        return "throttling";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        try (var emulator = new Emulator(Sandboxes.inMemory());
                var server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of())) {
            var key = emulator.sandboxes().create("111122223333");
            var sandbox = emulator.sandboxes().open(key.sandbox());
            var account = new ApiAccount(emulator, Caller.of(key, sandbox, ApiAccount.REGION, ""));
            var api = account.api();
            account.call(
                    "apigateway",
                    "UpdateStage",
                    """
                    {"restApiId":"%s","stageName":"dev","patchOperations":[
                     {"op":"replace","path":"/~1bare/GET/throttling/rateLimit","value":"%d"},
                     {"op":"replace","path":"/~1bare/GET/throttling/burstLimit","value":"%d"}]}\
                    """
                            .formatted(api, RATE, BURST));
            var clients =
                    new ApiClients(
                            server.port(),
                            URI.create(
                                    "/_aws/execute-api/%s/%s/dev/bare"
                                            .formatted(ApiAccount.REGION, api)));
            progress.says("warming up");
            clients.load(CONNECTIONS, plan.warmUp());
            return new Comparison(
                            "what is set",
                            List.of(
                                    new Quantity(
                                            "throttling: rate let through",
                                            Unit.PER_SECOND,
                                            Bar.within(0.02)),
                                    new Quantity(
                                            "throttling: burst let through",
                                            Unit.REQUESTS,
                                            Bar.within(0.02))),
                            () -> trial(clients, sandbox, plan),
                            () -> List.of((double) RATE, (double) BURST))
                    .run(plan, progress);
        }
    }

    private static List<Double> trial(ApiClients clients, Sandbox sandbox, Plan plan)
            throws Exception {
        var clock = sandbox.clock();
        clock.advance(Duration.ofMinutes(1));
        var steady = clients.load(CONNECTIONS, plan.load());
        // The bucket was full to begin with.
        double rate = (steady.let() - BURST) * 1e9 / steady.time().toNanos();

        clock.freeze();
        clock.advance(Duration.ofMinutes(1));
        var atOnce = clients.each(CONNECTIONS, 10 * BURST);
        clock.run(1);
        return List.of(rate, (double) atOnce.let());
    }
}
