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
import groundschool.bench.process.Child;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BinaryNode;

/// Signed calls of Invoke over HTTP, one after the other, to functions that are warm and log to
/// disk, from an emulator that is warm too; against calls that read a function's configuration.
public final class FunctionCalls implements Measurement {

    private static final int CALLS = 500;
    private static final List<String> FUNCTIONS = List.of("node", "python");
    private static final String REGION = "us-east-1";
    private static final String ACCOUNT = "111122223333";
    private static final String ROOT = "/2015-03-31/functions/";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TRUST =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
            "Principal":{"Service":"lambda.amazonaws.com"}}]}\
            """;

    @Override
    public String name() {
        return "function-calls";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        var folder = plan.freshFolder();
        prepare(folder.resolve("aws"));
        try (var emulator = SignedCalls.emulator(folder)) {
            for (var function : FUNCTIONS) {
                progress.says("warming up " + function);
                long until = System.nanoTime() + plan.warmUp().toNanos();
                while (System.nanoTime() < until) {
                    invoke(emulator, function);
                    read(emulator, function);
                }
            }
            var figures = new ArrayList<Figure>();
            for (var function : FUNCTIONS) {
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
                                        () -> invoke(emulator, function),
                                        () -> read(emulator, function))
                                .run(plan, progress));
            }
            return figures;
        }
    }

    private static List<Double> invoke(Child emulator, String function) throws IOException {
        return trial(emulator, "POST", ROOT + function + "/invocations", "{}");
    }

    private static List<Double> read(Child emulator, String function) throws IOException {
        return trial(emulator, "GET", ROOT + function + "/configuration", "");
    }

    private static final String NODE = "export const handler = async (event) => event;";
    private static final String PYTHON = "def handler(event, context): return event";

    /// The median and the 99th of a hundred, in microseconds.
    private static List<Double> trial(Child emulator, String method, String path, String body)
            throws IOException {
        var request = request(SignedCalls.SIGNER, method, path, body);
        var took = new double[CALLS];
        try (var connection = new Connection(emulator.port())) {
            for (int i = 0; i < CALLS; i++) {
                long began = System.nanoTime();
                connection.exchange(request, 200);
                took[i] = (System.nanoTime() - began) / 1e3;
            }
        }
        Arrays.sort(took);
        return List.of(took[CALLS / 2], took[CALLS * 99 / 100]);
    }

    private static byte[] request(Signer signer, String method, String path, String body) {
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
                                signer.accessKeyId(),
                                scope,
                                signed,
                                Signing.signature(signer.secret(), time, scope, canonical),
                                body.length(),
                                body));
    }

    /// Makes functions whose role lets them log, as those of most people do.
    private static void prepare(Path data) throws IOException {
        var sandboxes = Sandboxes.at(data, Durability.WRITE);
        try (var emulator = new Emulator(sandboxes)) {
            sandboxes.add(SignedCalls.SIGNER.accessKeyId(), SignedCalls.SIGNER.secret(), ACCOUNT);
            var key = sandboxes.key(SignedCalls.SIGNER.accessKeyId()).orElseThrow();
            var root = Caller.of(key, sandboxes.open(key.sandbox()), REGION, "");
            emulator.perform(
                    root,
                    "iam",
                    "CreateRole",
                    JSON.createObjectNode()
                            .put("RoleName", "worker")
                            .put("AssumeRolePolicyDocument", TRUST));
            emulator.perform(
                    root,
                    "iam",
                    "AttachRolePolicy",
                    JSON.createObjectNode()
                            .put("RoleName", "worker")
                            .put(
                                    "PolicyArn",
                                    "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"));
            create(emulator, root, "node", "nodejs22.x", "index.mjs", NODE);
            create(emulator, root, "python", "python3.12", "index.py", PYTHON);
        }
    }

    private static void create(
            Emulator emulator, Caller root, String name, String runtime, String file, String code)
            throws IOException {
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
                        .put("Role", "arn:aws:iam::" + ACCOUNT + ":role/worker");
        input.putObject("Code").set("ZipFile", BinaryNode.valueOf(zipped.toByteArray()));
        emulator.perform(root, "lambda", "CreateFunction", input);
    }
}
