package groundschool.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import groundschool.emulator.iam.Iam;
import groundschool.emulator.iam.identity.Grants;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.iam.identity.User;
import groundschool.emulator.iam.identity.UserKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Tries every operation of every service by a user who may do nothing, and by one who may do just
/// what the operation asks for.
class EveryOperationAsksIamTest {

    private static final String ACCOUNT = "111122223333";

    /// What the smallest inputs name, so that it is there.
    private static final String NAME = "abc";

    private static final String KEY_ID = "abcabcabcabcabcabc";
    private static final String ROLE = "a";

    /// What everybody may do, whatever their policies say.
    private static final Set<String> NEED_NO_PERMISSION =
            Set.of("GetCallerIdentity", "GetSessionToken");

    private static final Emulator EMULATOR = new Emulator(Sandboxes.inMemory());

    /// Those that AWS wants a signature for: others are for whom nobody knows yet.
    static Stream<Arguments> operations() {
        return EMULATOR.endpoints().values().stream()
                .flatMap(endpoint ->
                        endpoint.operations().stream()
                                .filter(operation -> isSigned(endpoint, operation))
                                .map(operation -> Arguments.of(endpoint, operation)));
    }

    private static boolean isSigned(Endpoint<?> endpoint, String operation) {
        return endpoint.model().operation(operation).orElseThrow().signed();
    }

    @AfterAll
    static void close() {
        EMULATOR.close();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("operations")
    void is_refused_to_a_user_who_may_do_nothing(Endpoint<?> endpoint, String operation) {
        var caller = userWhoMayDoNothing();
        var wanted = wanted(caller, endpoint, operation);
        if (NEED_NO_PERMISSION.contains(operation)) {
            assertThat(wanted).isEmpty();
            return;
        }
        assertThat(wanted).as("asks for something").isNotEmpty();

        var refusal = attempt(caller, endpoint, operation);

        assertThat(isDenied(refusal)).as("%s", refusal).isTrue();
        var first = wanted.getFirst();
        assertThat(refusal)
                .hasMessageContaining(
                        "User: arn:aws:iam::%s:user/%s is not authorized to perform: %s on resource: %s"
                                .formatted(ACCOUNT, NAME, first.action(), first.resource()));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("operations")
    void is_open_to_a_user_who_may_do_just_that(Endpoint<?> endpoint, String operation) {
        var caller = userWhoMayDoNothing();
        allow(caller.sandbox(), wanted(caller, endpoint, operation));

        var refusal = attempt(caller, endpoint, operation);

        assertThat(isDenied(refusal)).as("%s", refusal).isFalse();
    }

    private static boolean isDenied(Throwable refusal) {
        return refusal instanceof AwsException known && known.code().startsWith("AccessDenied");
    }

    /// Nothing, or what went wrong.
    private static Throwable attempt(Caller caller, Endpoint<?> endpoint, String operation) {
        return catchThrowable(() ->
                EMULATOR.perform(
                        caller, endpoint.service().name(), operation, input(endpoint, operation)));
    }

    private static Caller userWhoMayDoNothing() {
        var key = EMULATOR.sandboxes().create(ACCOUNT);
        var sandbox = EMULATOR.sandboxes().open(key.sandbox());
        var now = sandbox.clock().now();
        var user = User.fresh("/", NAME, "AIDAABCDEFGHIJKLMNOPQ", now);
        sandbox.storage()
                .transition(() -> {
                    var identities = sandbox.state(Iam.SERVICE);
                    identities.put(user);
                    identities.put(new UserKey(KEY_ID, user.id(), true, now, Optional.empty()));
                    identities.put(
                            new Role(
                                    "/",
                                    ROLE,
                                    "AROAABCDEFGHIJKLMNOPQ",
                                    now,
                                    """
                                    {"Version": "2012-10-17",
                                     "Statement": [{"Effect": "Allow", "Action": "sts:*",
                                                    "Principal": {"AWS": "111122223333"}}]}
                                    """,
                                    Optional.empty(),
                                    3600,
                                    List.of(),
                                    Grants.NONE,
                                    Optional.empty()));
                });
        return new Caller(sandbox, user.principal(ACCOUNT), "eu-west-1");
    }

    private static void allow(Sandbox sandbox, List<Access> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        var statements =
                wanted.stream()
                        .map(access ->
                                "{\"Effect\": \"Allow\", \"Action\": \"%s\", \"Resource\": \"%s\"}"
                                        .formatted(access.action(), access.resource()))
                        .distinct()
                        .collect(Collectors.joining(","));
        sandbox.storage()
                .transition(() -> {
                    var identities = sandbox.state(Iam.SERVICE);
                    var user = identities.user(NAME).orElseThrow();
                    identities.put(
                            user.with(
                                    Grants.NONE.put(
                                            "just-that",
                                            "{\"Version\": \"2012-10-17\", \"Statement\": [%s]}"
                                                    .formatted(statements))));
                });
    }

    private static <S> List<Access> wanted(Caller caller, Endpoint<S> endpoint, String operation) {
        var sandbox = caller.sandbox();
        var call =
                new Call(
                        caller.principal(),
                        Optional.empty(),
                        sandbox.account(),
                        caller.region(),
                        sandbox.clock().now(),
                        sandbox.clock(),
                        sandbox.random(),
                        sandbox.keys(),
                        sandbox.services(),
                        "request",
                        new Usage());
        return sandbox.storage()
                .transition(() ->
                        endpoint.read(operation, input(endpoint, operation))
                                .access(sandbox.state(endpoint.service()), call));
    }

    private static JsonNode input(Endpoint<?> endpoint, String operation) {
        var input = new SmallestInput(endpoint.model().types()).of(operation, endpoint.model());
        endpoint.model().check(operation, input);
        return input;
    }
}
