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
import groundschool.bench.load.HttpClients;
import groundschool.bench.load.Load;
import groundschool.bench.process.Child;
import groundschool.bench.process.JavaCommand;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.iam.policy.AttachedPolicy;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.Evaluation;
import groundschool.emulator.iam.policy.Origin;
import groundschool.emulator.iam.policy.Policies;
import groundschool.emulator.iam.policy.Policy;
import groundschool.emulator.iam.policy.Question;
import groundschool.emulator.iam.policy.RequestContext;
import groundschool.emulator.iam.policy.Requester;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What policies cost: how many decisions one thread comes to in a second, and what is left of
/// GetItem over HTTP where ten policies of ten statements have to be asked.
public final class Authorizing implements Measurement {

    private static final int POLICIES = 10;
    private static final int STATEMENTS = 10;
    private static final int CONNECTIONS = 16;
    private static final String ACCOUNT = "111122223333";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Signer ROOT =
            new Signer("BENCHBENCHBENCHBENCH", "a-secret-that-only-the-bench-knows");

    @Override
    public String name() {
        return "iam";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        var figures = decisions(plan, progress);
        figures.addAll(overHttp(plan, progress));
        return figures;
    }

    private static List<Figure> decisions(Plan plan, Progress progress) throws Exception {
        var policies = policies();
        var question =
                Question.of(
                        "dynamodb:GetItem",
                        "arn:aws:dynamodb:us-east-1:%s:table/flights".formatted(ACCOUNT),
                        new Requester.User(ACCOUNT, "arn:aws:iam::%s:user/ann".formatted(ACCOUNT)),
                        RequestContext.of(Map.of("aws:username", List.of("ann"))));
        if (!Evaluation.decide(question, policies).allowed()) {
            throw new IllegalStateException("the policies of the bench allow nothing");
        }
        Client deciding = _ -> Evaluation.decide(question, policies);
        Client nothing = _ -> Thread.onSpinWait();
        load(deciding, plan.warmUp());
        return new ArrayList<>(
                new Comparison(
                                "an empty loop",
                                List.of(
                                        new Quantity(
                                                "policy decisions",
                                                Unit.PER_SECOND,
                                                Bar.above(200_000, Unit.PER_SECOND))),
                                () -> load(deciding, plan.load()),
                                () -> load(nothing, plan.load()))
                        .run(plan, progress));
    }

    private static List<Double> load(Client client, Duration time) throws Exception {
        return List.of(Load.closed(() -> client, 1, time).perSecond());
    }

    private static List<Figure> overHttp(Plan plan, Progress progress) throws Exception {
        var folder = plan.freshFolder().resolve("aws");
        var user = prepare(folder);
        try (var emulator = start(folder)) {
            progress.says("GetItem, warming up");
            load(emulator, user, plan.warmUp());
            load(emulator, ROOT, plan.warmUp());
            return new Comparison(
                            "the same as root",
                            List.of(
                                    new Quantity(
                                            "GetItem by a user with 10 x 10 statements",
                                            Unit.PER_SECOND,
                                            Bar.inWords("ratio above 0.95"))),
                            () -> load(emulator, user, plan.load()),
                            () -> load(emulator, ROOT, plan.load()))
                    .run(plan, progress);
        }
    }

    /// Makes a table with items and a user who may read it.
    private static Signer prepare(Path folder) {
        var sandboxes = Sandboxes.at(folder, Durability.WRITE);
        try (var emulator = new Emulator(sandboxes)) {
            sandboxes.add(ROOT.accessKeyId(), ROOT.secret(), ACCOUNT);
            var key = sandboxes.key(ROOT.accessKeyId()).orElseThrow();
            var root = new Caller(sandboxes.open(key.sandbox()), key.principal(), "us-east-1");
            perform(emulator, root, "dynamodb", "CreateTable", Flights.createTable());
            for (var flight : Flights.inputs("PutItem")) {
                perform(emulator, root, "dynamodb", "PutItem", flight);
            }
            perform(emulator, root, "iam", "CreateUser", "{\"UserName\":\"ann\"}");
            for (var number = 0; number < POLICIES; number++) {
                attach(emulator, root, number);
            }
            var made =
                    perform(emulator, root, "iam", "CreateAccessKey", "{\"UserName\":\"ann\"}")
                            .path("AccessKey");
            return new Signer(
                    made.path("AccessKeyId").asString(), made.path("SecretAccessKey").asString());
        }
    }

    /// Managed policies: ten of ten statements are more than a user may have of its own.
    private static void attach(Emulator emulator, Caller root, int number) {
        var policy =
                JSON.createObjectNode()
                        .put("PolicyName", "policy-" + number)
                        .put("PolicyDocument", document(number));
        var arn =
                emulator.perform(root, "iam", "CreatePolicy", policy)
                        .path("Policy")
                        .path("Arn")
                        .asString();
        emulator.perform(
                root,
                "iam",
                "AttachUserPolicy",
                JSON.createObjectNode().put("UserName", "ann").put("PolicyArn", arn));
    }

    private static JsonNode perform(
            Emulator emulator, Caller caller, String service, String operation, String input) {
        return emulator.perform(caller, service, operation, JSON.readTree(input));
    }

    private static Child start(Path data) throws IOException {
        return Child.start(
                JavaCommand.groundschool(
                        Optional.empty(), "emulator", "--port=0", "--data=" + data));
    }

    private static List<Double> load(Child server, Signer signer, Duration time) throws Exception {
        var requests =
                Flights.inputs("GetItem").stream()
                        .map(input -> signer.request("GetItem", input))
                        .toList();
        var taken = Load.closed(new HttpClients(server.port(), requests, 200), CONNECTIONS, time);
        return List.of(taken.perSecond());
    }

    private static Policies policies() {
        return Policies.ofIdentity(
                IntStream.range(0, POLICIES)
                        .mapToObj(number ->
                                AttachedPolicy.inline(
                                        Origin.USER,
                                        "policy-" + number,
                                        Policy.parse(DocumentKind.INLINE, document(number))))
                        .toList());
    }

    /// Ten statements as people write them; the last policy has the one that allows.
    private static String document(int number) {
        var statements =
                IntStream.range(0, STATEMENTS)
                        .mapToObj(place -> statement(number, place))
                        .collect(Collectors.joining(","));
        return "{\"Version\":\"2012-10-17\",\"Statement\":[%s]}".formatted(statements);
    }

    private static String statement(int policy, int place) {
        var allows = policy == POLICIES - 1 && place == STATEMENTS - 1;
        return """
        {"Effect":"Allow","Action":["%s","%s"],"Resource":"arn:aws:%s"}\
        """
                .formatted(
                        allows ? "dynamodb:GetItem" : place % 2 == 0 ? "s3:GetObject" : "sqs:Send*",
                        allows ? "dynamodb:Query" : "lambda:Invoke*",
                        allows
                                ? "dynamodb:*:%s:table/flights".formatted(ACCOUNT)
                                : "s3:::bucket-%d-%d/*".formatted(policy, place));
    }
}
