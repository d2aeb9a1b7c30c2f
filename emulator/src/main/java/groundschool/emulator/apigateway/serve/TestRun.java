package groundschool.emulator.apigateway.serve;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.apigateway.integration.Backend;
import groundschool.emulator.apigateway.rest.Authorizer;
import groundschool.emulator.apigateway.rest.Method;
import groundschool.emulator.apigateway.rest.Resource;
import groundschool.emulator.apigateway.rest.Snapshot;
import groundschool.emulator.apigateway.rest.Stage;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.wire.RequestIds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Runs a method, or asks an authorizer, as it is now and without a stage.
///
/// Source:
/// [TestInvokeMethod](https://docs.aws.amazon.com/apigateway/latest/api/API_TestInvokeMethod.html);
/// recorded logs
public final class TestRun {

    private static final String STAGE = "test-invoke-stage";

    /// What is tried.
    ///
    /// @param pathWithQuery absent for the path of the resource
    public record Wanted(
            Optional<String> pathWithQuery,
            Fields headers,
            String body,
            Map<String, String> stageVariables) {}

    /// How it went.
    public record Tried(Outgoing answer, String log, long latencyMillis) {}

    private TestRun() {}

    public static Tried method(
            Resource resource,
            Method method,
            Snapshot snapshot,
            Wanted wanted,
            Sandbox sandbox,
            String region) {
        var exchange = exchange(resource, method, snapshot, wanted, sandbox, region);
        var log = new TestLog(exchange.request().requestId(), sandbox.clock().now());
        var began = System.nanoTime();
        log.began(exchange);
        Outgoing answer;
        try {
            Validation.check(exchange);
            var integration = method.integration();
            answer = Backend.of(integration).answer(exchange);
            log.passed(exchange.hop(), true);
            log.answered(answer);
        } catch (Trouble trouble) {
            log.passed(exchange.hop(), true);
            answer =
                    Outgoing.of(trouble.status(), "application/json", trouble.body())
                            .with("x-amzn-ErrorType", trouble.errorType());
            answer =
                    new Outgoing(
                            answer.status(),
                            answer.headers().without("Content-Type"),
                            answer.body());
            log.failed(trouble);
        }
        log.ended(answer.status());
        return new Tried(
                answer, log.toString(), Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    /// What an authorizer says of a request.
    ///
    /// @param visitor absent if it lets nobody in
    public record Judged(
            int status,
            Optional<Visitor> visitor,
            Optional<String> policy,
            String log,
            long latencyMillis) {}

    public static Judged authorizer(
            Authorizer authorizer,
            Snapshot snapshot,
            Wanted wanted,
            Sandbox sandbox,
            String region) {
        var root = snapshot.resources().stream().filter(Resource::isRoot).findFirst().orElseThrow();
        var exchange = exchange(root, Method.UNSEEN, snapshot, wanted, sandbox, region);
        var log = new TestLog(exchange.request().requestId(), sandbox.clock().now());
        log.line("Starting authorizer: " + authorizer.id());
        var began = System.nanoTime();
        int status = 200;
        var visitor = Optional.<Visitor>empty();
        var policy = Optional.<String>empty();
        try {
            if (authorizer.type().equals("COGNITO_USER_POOLS")) {
                visitor = Optional.of(PoolAuthorizer.anyToken(authorizer, exchange));
            } else {
                var answer = LambdaAuthorizers.afresh(authorizer, exchange);
                visitor = Optional.of(answer.visitor());
                policy = Optional.of(answer.policy().text());
                log.line("Successfully completed authorizer execution");
            }
        } catch (Trouble trouble) {
            status = trouble.status();
            log.line(trouble.why());
        }
        return new Judged(
                status,
                visitor,
                policy,
                log.toString(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private static Exchange exchange(
            Resource resource,
            Method method,
            Snapshot snapshot,
            Wanted wanted,
            Sandbox sandbox,
            String region) {
        var whole = wanted.pathWithQuery().filter(text -> !text.isEmpty()).orElse(resource.path());
        int mark = whole.indexOf('?');
        var path = mark < 0 ? whole : whole.substring(0, mark);
        var query = mark < 0 ? "" : whole.substring(mark + 1);
        var verb = method.verb().equals("ANY") ? "GET" : method.verb();
        var api = snapshot.api().id();
        var now = sandbox.clock().now();
        var request =
                new Incoming(
                        sandbox,
                        region,
                        api,
                        STAGE,
                        verb,
                        path,
                        path,
                        Fields.ofQuery(query),
                        wanted.headers(),
                        wanted.body().getBytes(StandardCharsets.UTF_8),
                        HttpRequest.of(verb, path, query, Headers.none(), new byte[0]),
                        "test-invoke-source-ip",
                        "testPrefix.testDomainName",
                        RequestIds.uuid(),
                        Headings.extendedId(),
                        now);
        var served = Served.of(STAGE, snapshot);
        var variables =
                served.routes()
                        .find(verb, path)
                        .filter(match -> match.resource().id().equals(resource.id()))
                        .map(Routes.Match::variables)
                        .orElse(Map.of());
        return new Exchange(
                request,
                served,
                stage(now),
                resource,
                method,
                variables,
                wanted.stageVariables(),
                Visitor.UNKNOWN,
                Optional.empty(),
                Headings.traceId(Instant.now()),
                new Hop());
    }

    private static Stage stage(Instant now) {
        return new Stage(
                STAGE,
                Optional.empty(),
                STAGE,
                Optional.empty(),
                false,
                Optional.empty(),
                "NOT_AVAILABLE",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                now,
                now);
    }
}
