package groundschool.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.wire.AwsJson;
import groundschool.emulator.wire.AwsQuery;
import groundschool.emulator.wire.Rest;
import groundschool.emulator.wire.RestXml;
import groundschool.emulator.wire.RpcCbor;
import groundschool.emulator.wire.Shape;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds every operation that the emulator has against AWS's API model.
class ConformanceTest {

    /// "No permissions are required to perform this operation."
    private static final Set<String> FOR_EVERYBODY =
            Set.of("sts:GetCallerIdentity", "sts:GetSessionToken");

    private static final Emulator EMULATOR = new Emulator(Sandboxes.inMemory());

    static Stream<Arguments> operations() {
        return EMULATOR.endpoints().values().stream()
                .flatMap(endpoint ->
                        endpoint.operations().stream()
                                .map(operation -> Arguments.of(endpoint, operation)));
    }

    @AfterAll
    static void close() {
        EMULATOR.close();
    }

    @Test
    void services_have_the_address_of_their_model() {
        for (var endpoint : EMULATOR.endpoints().values()) {
            var model = endpoint.model();
            assertThat(endpoint.service().address())
                    .isEqualTo(
                            switch (endpoint.protocol()) {
                                case AwsJson _ -> new Address.Target(model.targetPrefix());
                                case AwsQuery _ -> new Address.Query(model.version());
                                case Rest _, RestXml _ -> new Address.Paths(model.roots());
                                case RpcCbor _ ->
                                        throw new AssertionError("CBOR is only spoken besides");
                            });
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("operations")
    void is_an_operation_of_aws(Endpoint<?> endpoint, String operation) {
        assertThat(endpoint.model().operations()).contains(operation);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("operations")
    void takes_only_parameters_of_aws(Endpoint<?> endpoint, String operation) {
        var input = endpoint.model().operation(operation).orElseThrow().input();

        assertThat(components(endpoint.operation(operation))).allMatch(name -> has(input, name));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("operations")
    void answers_only_members_of_aws(Endpoint<?> endpoint, String operation) throws Exception {
        var output = endpoint.model().operation(operation).orElseThrow().output();
        var answer =
                Arrays.stream(endpoint.operation(operation).getMethods())
                        .filter(method -> method.getName().equals("run") && !method.isBridge())
                        .findFirst()
                        .orElseThrow()
                        .getReturnType();

        assertThat(answer.isRecord()).as("%s is a record", answer).isTrue();
        assertThat(components(answer)).allMatch(name -> has(output, name));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("operations")
    void asks_iam_if_aws_wants_a_signature(Endpoint<?> endpoint, String operation) {
        var isFree = FOR_EVERYBODY.contains(endpoint.service().name() + ":" + operation);
        if (endpoint.model().operation(operation).orElseThrow().signed() && !isFree) {
            try {
                assertThat(wanted(endpoint, operation)).isNotEmpty();
            } catch (AwsException refusal) {
                // IAM does not tell what is not there from what one may not see.
                assertThat(refusal.code()).isEqualTo("AccessDenied");
            }
        }
    }

    @Test
    void the_coverage_table_is_up_to_date() throws IOException {
        assertThat(Path.of("../docs/coverage.md"))
                .as("Out of date: run `%s`", Coverage.COMMAND)
                .hasContent(Coverage.markdown(EMULATOR));
        assertThat(Files.exists(Path.of("../docs/coverage.md"))).isTrue();
    }

    /// What the operation asks of IAM when it is called with the least that it takes.
    private static <S> List<Access> wanted(Endpoint<S> endpoint, String operation) {
        var key = EMULATOR.sandboxes().create("111122223333");
        var sandbox = EMULATOR.sandboxes().open(key.sandbox());
        var call =
                new Call(
                        key.principal(),
                        Optional.of(key.id()),
                        sandbox.account(),
                        "eu-west-1",
                        sandbox.clock().now(),
                        sandbox.clock(),
                        sandbox.random(),
                        sandbox.keys(),
                        sandbox.services(),
                        "request",
                        new Usage());
        var input = new SmallestInput(endpoint.model().types()).of(operation, endpoint.model());
        return sandbox.storage()
                .transition(() ->
                        endpoint.read(operation, input)
                                .access(sandbox.state(endpoint.service()), call));
    }

    private static boolean has(Shape.Structure shape, String component) {
        return shape.members().stream()
                .anyMatch(member -> member.name().equalsIgnoreCase(component));
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    }
}
