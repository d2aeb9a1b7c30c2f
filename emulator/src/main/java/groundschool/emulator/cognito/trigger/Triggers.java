package groundschool.emulator.cognito.trigger;

import groundschool.emulator.AwsException;
import groundschool.emulator.Principal;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.user.User;
import groundschool.emulator.lambda.operation.Invoke;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the functions of a pool.
///
/// Source: [Working with Lambda
/// triggers](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html)
public final class Triggers {

    /// "Your function must respond within 5 seconds", and is asked three times.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int ATTEMPTS = 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Triggers() {}

    /// Whether there is a function.
    public static boolean has(Pool pool, Trigger trigger) {
        return trigger.function(pool).isPresent();
    }

    /// Asks about somebody who is in the pool.
    ///
    /// @param source such as `PreSignUp_SignUp`
    /// @param more what the request has besides attributes
    /// @return what the function fills in; absent if there is no function
    /// @throws AwsException if it refuses, or does not answer as it should
    public static Optional<JsonNode> ask(
            Visit visit, Trigger trigger, String source, User user, Map<String, Object> more) {
        var attributes = new LinkedHashMap<String, Object>(user.allAttributes());
        attributes.put("cognito:user_status", user.status().name());
        return ask(visit, trigger, source, user.username(), attributes, more);
    }

    /// The same about somebody who need not be in it.
    ///
    /// @param attributes empty if nothing is known
    public static Optional<JsonNode> ask(
            Visit visit,
            Trigger trigger,
            String source,
            String username,
            Map<String, Object> attributes,
            Map<String, Object> more) {
        var request = new LinkedHashMap<String, Object>();
        request.put("userAttributes", attributes);
        request.putAll(more);
        return tell(visit, trigger, source, username, request);
    }

    /// The same about somebody of whom the pool knows no attributes yet.
    ///
    /// @param request all that it has but the client's metadata
    public static Optional<JsonNode> tell(
            Visit visit,
            Trigger trigger,
            String source,
            String username,
            Map<String, Object> request) {
        return trigger.function(visit.pool())
                .map(function -> {
                    var all = new LinkedHashMap<>(request);
                    if (!visit.metadata().isEmpty() && !all.containsKey("clientMetadata")) {
                        all.put("clientMetadata", visit.metadata());
                    }
                    return answer(
                            visit, trigger, function, event(visit, trigger, source, username, all));
                });
    }

    private static byte[] event(
            Visit visit,
            Trigger trigger,
            String source,
            String username,
            Map<String, Object> request) {
        var response = new LinkedHashMap<String, @Nullable Object>();
        trigger.answers().forEach(name -> response.put(name, null));
        if (trigger == Trigger.PRE_SIGN_UP) {
            List.of("autoConfirmUser", "autoVerifyEmail", "autoVerifyPhone")
                    .forEach(name -> response.put(name, false));
        }
        if (trigger == Trigger.INBOUND_FEDERATION) {
            response.put("userAttributesToMap", Map.of());
        }
        if (trigger == Trigger.PRE_TOKEN_GENERATION) {
            response.put(
                    version(visit.pool()).equals("1")
                            ? "claimsOverrideDetails"
                            : "claimsAndScopeOverrideDetails",
                    null);
        }
        var event = new LinkedHashMap<String, Object>();
        event.put("version", trigger == Trigger.PRE_TOKEN_GENERATION ? version(visit.pool()) : "1");
        event.put("region", visit.pool().region());
        event.put("userPoolId", visit.pool().id());
        event.put("userName", username);
        event.put(
                "callerContext",
                Map.of("awsSdkVersion", "aws-sdk-unknown-unknown", "clientId", visit.clientId()));
        event.put("triggerSource", source);
        event.put("request", request);
        event.put("response", response);
        return JSON.writeValueAsBytes(event);
    }

    /// Of events before tokens are made: 1, 2 or 3.
    public static String version(Pool pool) {
        return pool.settings()
                .lambdaConfig()
                .preTokenGenerationConfig()
                .map(config -> config.lambdaVersion().substring(1, 2))
                .orElse("1");
    }

    private static JsonNode answer(Visit visit, Trigger trigger, String function, byte[] event) {
        var result = invoke(visit, trigger, function, event);
        var payload = read(result.payload().orElse(new byte[0]), trigger);
        if (result.functionError().isPresent()) {
            throw CognitoErrors.lambdaRefused(
                    trigger.called(), payload.path("errorMessage").asString("unknown"));
        }
        if (!payload.isObject() || !payload.path("response").isObject()) {
            throw CognitoErrors.lambdaAnswer("Unrecognizable lambda output");
        }
        return payload.path("response");
    }

    private static JsonNode read(byte[] payload, Trigger trigger) {
        try {
            return JSON.readTree(payload);
        } catch (JacksonException _) {
            throw CognitoErrors.lambdaAnswer(
                    "Invalid lambda function output for %s: Invalid JSON"
                            .formatted(trigger.called()));
        }
    }

    private static Invoke.Response invoke(
            Visit visit, Trigger trigger, String function, byte[] event) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var waiting =
                    CompletableFuture.supplyAsync(
                            () -> call(visit, function, event), Thread::startVirtualThread);
            try {
                return waiting.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                // Asked again.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof AwsException refusal) {
                    throw CognitoErrors.lambdaUnreachable(trigger.called(), refusal.code());
                }
                throw new IllegalStateException(failure.getCause());
            }
        }
        throw CognitoErrors.lambdaUnreachable(
                trigger.called(), "Socket timeout while invoking Lambda function");
    }

    private static Invoke.Response call(Visit visit, String function, byte[] event) {
        var account = visit.call().account();
        var asking =
                new Principal.AwsService(
                        account, "cognito-idp.amazonaws.com", visit.pool().arn(account));
        return visit.call()
                .services()
                .as(asking, visit.pool().region())
                .run(Invoke.answered(function, event), Invoke.Response.class);
    }
}
