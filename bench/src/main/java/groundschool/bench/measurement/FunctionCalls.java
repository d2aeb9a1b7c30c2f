package groundschool.bench.measurement;

import static groundschool.bench.measurement.Signing.bytes;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.bench.load.Connection;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BinaryNode;

/// Signed calls of Invoke over HTTP, one after the other, to functions that are warm; against calls
/// that read a function's configuration.
public final class FunctionCalls implements Measurement {

    private static final int CALLS = 500;
    private static final String REGION = "us-east-1";
    private static final String ROOT = "/2015-03-31/functions/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String name() {
        return "function-calls";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        try (var emulator = new Emulator(Sandboxes.inMemory());
                var server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of())) {
            var key = emulator.sandboxes().create("111122223333");
            create(emulator, key, "node", "nodejs22.x", "index.mjs", NODE);
            create(emulator, key, "python", "python3.12", "index.py", PYTHON);
            var figures = new ArrayList<Figure>();
            for (var function : List.of("node", "python")) {
                var invoke = ROOT + function + "/invocations";
                trial(server.port(), key, "POST", invoke);
                figures.addAll(
                        new Comparison(
                                        "GetFunctionConfiguration",
                                        List.of(
                                                new Quantity(
                                                        "warm Invoke over HTTP (%s), p50"
                                                                .formatted(function),
                                                        Unit.MICROSECONDS,
                                                        Bar.below(2_000, Unit.MICROSECONDS)),
                                                Quantity.of("the same, p99", Unit.MICROSECONDS)),
                                        () -> trial(server.port(), key, "POST", invoke),
                                        () ->
                                                trial(
                                                        server.port(),
                                                        key,
                                                        "GET",
                                                        ROOT + function + "/configuration"))
                                .run(plan, progress));
            }
            return figures;
        }
    }

    private static final String NODE = "export const handler = async (event) => event;";
    private static final String PYTHON = "def handler(event, context): return event";

    /// The median and the 99th of a hundred, in microseconds.
    private static List<Double> trial(int port, AccessKey key, String method, String path)
            throws IOException {
        var request = request(key, method, path, method.equals("POST") ? "{}" : "");
        var took = new double[CALLS];
        try (var connection = new Connection(port)) {
            for (int i = 0; i < CALLS; i++) {
                long began = System.nanoTime();
                connection.exchange(request, 200);
                took[i] = (System.nanoTime() - began) / 1e3;
            }
        }
        Arrays.sort(took);
        return List.of(took[CALLS / 2], took[CALLS * 99 / 100]);
    }

    private static byte[] request(AccessKey key, String method, String path, String body) {
        var time = Signing.time();
        var scope = Signing.scope(time, REGION, "lambda");
        var signed = "host;x-amz-date";
        var canonical =
                String.join(
                        "\n",
                        method,
                        path,
                        "",
                        "host:localhost",
                        "x-amz-date:" + time,
                        "",
                        signed,
                        Signing.sha256(body));
        return bytes(
                """
                %s %s HTTP/1.1\r
                host: localhost\r
                x-amz-date: %s\r
                authorization: AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s\r
                content-length: %d\r
                \r
                %s\
                """
                        .formatted(
                                method,
                                path,
                                time,
                                key.id(),
                                scope,
                                signed,
                                Signing.signature(key.secret(), time, scope, canonical),
                                body.length(),
                                body));
    }

    private static void create(
            Emulator emulator, AccessKey key, String name, String runtime, String file, String code)
            throws IOException {
        var caller = Caller.of(key, emulator.sandboxes().open(key.sandbox()), REGION, "");
        if (name.equals("node")) {
            emulator.perform(
                    caller,
                    "iam",
                    "CreateRole",
                    JSON.readTree(
                            """
                            {"RoleName":"worker","AssumeRolePolicyDocument":"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"sts:AssumeRole\\",\\"Principal\\":{\\"Service\\":\\"lambda.amazonaws.com\\"}}]}"}\
                            """));
        }
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry(file));
            zip.write(bytes(code));
        }
        var input =
                JSON.createObjectNode()
                        .put("FunctionName", name)
                        .put("Runtime", runtime)
                        .put("Handler", "index.handler")
                        .put("MemorySize", 256)
                        .put("Role", "arn:aws:iam::111122223333:role/worker");
        input.putObject("Code").set("ZipFile", BinaryNode.valueOf(zipped.toByteArray()));
        emulator.perform(caller, "lambda", "CreateFunction", input);
    }
}
