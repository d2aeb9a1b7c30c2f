package groundschool.emulator.apigateway.serve;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is known of a request so far, for what is said of it afterwards.
final class Journal {

    private final Incoming request;
    private final Deployments.Staged staged;
    private final long began = System.nanoTime();
    private Optional<Exchange> exchange = Optional.empty();
    private Optional<Duration> integration = Optional.empty();
    private Optional<Boolean> cached = Optional.empty();

    Journal(Incoming request, Deployments.Staged staged) {
        this.request = request;
        this.staged = staged;
    }

    void found(Exchange known) {
        exchange = Optional.of(known);
    }

    /// Whether the answer was remembered.
    void cached(boolean hit) {
        cached = Optional.of(hit);
    }

    Optional<Boolean> wasCached() {
        return cached;
    }

    /// How long the backend took.
    void integrated(Duration took) {
        integration = Optional.of(took);
    }

    Optional<String> variable(String name) {
        return exchange.flatMap(known -> Optional.ofNullable(known.variables().get(name)));
    }

    /// The variables of `$context`.
    Map<String, Object> context() {
        if (exchange.isPresent()) {
            return RequestContext1.forTemplates(exchange.get());
        }
        var context = new LinkedHashMap<String, Object>();
        context.put("requestId", request.requestId());
        context.put("extendedRequestId", request.extendedId());
        context.put("httpMethod", request.verb());
        context.put("path", request.wholePath());
        context.put("stage", request.stage());
        context.put("apiId", request.api());
        context.put("accountId", request.account());
        context.put("domainName", request.host());
        context.put("protocol", "HTTP/1.1");
        context.put("requestTime", request.requestTime());
        context.put("requestTimeEpoch", request.at().toEpochMilli());
        context.put("identity", Map.of("sourceIp", request.source()));
        return context;
    }

    Outgoing done(Outgoing answer) {
        Chronicle.note(this, answer, Optional.empty());
        return answer;
    }

    Outgoing done(Outgoing answer, Trouble trouble) {
        Chronicle.note(this, answer, Optional.of(trouble));
        return answer;
    }

    Incoming request() {
        return request;
    }

    Deployments.Staged staged() {
        return staged;
    }

    Optional<Exchange> exchange() {
        return exchange;
    }

    Optional<Duration> integration() {
        return integration;
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
