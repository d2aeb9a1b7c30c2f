package groundschool.emulator.lambda.operation;

import groundschool.emulator.Call;
import groundschool.emulator.lambda.ExecutionRole;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.VariableKeys;
import groundschool.emulator.lambda.function.Configuration;
import groundschool.emulator.lambda.function.Encryption;
import groundschool.emulator.lambda.function.Logging;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a request to create or update a function says of how it is run.
record Wishes(
        Optional<String> description,
        Optional<String> runtime,
        Optional<String> role,
        Optional<String> handler,
        Optional<Integer> timeout,
        Optional<Integer> memorySize,
        Optional<CreateFunction.EphemeralStorage> ephemeralStorage,
        Optional<CreateFunction.Environment> environment,
        Optional<List<String>> layers,
        Optional<CreateFunction.TracingConfig> tracingConfig,
        Optional<LoggingConfig> loggingConfig,
        Optional<String> keyArn) {

    private static final int USUAL_SECONDS = 3;
    private static final int LONGEST_SECONDS = 900;
    private static final int USUAL_MEMORY = 128;
    private static final int MOST_MEMORY = 10_240;
    private static final int USUAL_STORAGE = 512;

    /// What a function has before anything is said.
    static Configuration usual(String name, List<String> architectures) {
        return new Configuration(
                "",
                "",
                "",
                "",
                USUAL_SECONDS,
                USUAL_MEMORY,
                USUAL_STORAGE,
                Optional.empty(),
                architectures,
                List.of(),
                "PassThrough",
                Optional.empty(),
                Logging.usual(name),
                Optional.empty());
    }

    /// @param before what is kept where nothing is said
    /// @throws groundschool.emulator.AwsException if something is not to be had
    Configuration over(
            Configuration before, FunctionReference function, Functions functions, Call call) {
        runtime.ifPresent(RuntimeRules::check);
        checkSizes();
        environment.flatMap(CreateFunction.Environment::variables).ifPresent(VariableRules::check);
        LambdaErrors.refuse(
                "TracingConfig with the mode Active",
                tracingConfig
                        .flatMap(CreateFunction.TracingConfig::mode)
                        .filter(mode -> mode.equals("Active"))
                        .isPresent());
        layers.ifPresent(arns -> LayerRules.check(arns, functions, call));
        role.ifPresent(
                arn -> ExecutionRole.check(arn, function.functionArn(), functions.sandbox()));
        return new Configuration(
                description.orElse(before.description()),
                runtime.orElse(before.runtime()),
                role.orElse(before.role()),
                handler.orElse(before.handler()),
                timeout.orElse(before.timeout()),
                memorySize.orElse(before.memorySize()),
                ephemeralStorage
                        .map(CreateFunction.EphemeralStorage::size)
                        .orElse(before.ephemeralStorage()),
                variables(before.variables()),
                before.architectures(),
                layers.orElse(before.layers()),
                before.tracing(),
                before.deadLetterTarget(),
                loggingConfig.map(how -> how.over(before.logging())).orElse(before.logging()),
                encryption(before, function, call));
    }

    /// A key that is not named again seals variables that are.
    private Optional<Encryption> encryption(
            Configuration before, FunctionReference function, Call call) {
        if (keyArn.isEmpty() && environment.isEmpty()) {
            return before.encryption();
        }
        boolean hasVariables = !variables(before.variables()).orElse(Map.of()).isEmpty();
        return keyArn.or(() -> before.encryption().map(Encryption::keyArn))
                .filter(arn -> !arn.isEmpty())
                .map(arn -> VariableKeys.seal(arn, hasVariables, function, call));
    }

    private Optional<Map<String, String>> variables(Optional<Map<String, String>> before) {
        return environment.isPresent()
                ? Optional.of(environment.get().variables().orElse(Map.of()))
                : before;
    }

    /// The model allows what managed instances may have.
    private void checkSizes() {
        checkMost("MemorySize", memorySize, MOST_MEMORY);
        checkMost("Timeout", timeout, LONGEST_SECONDS);
        checkMost(
                "EphemeralStorage.Size",
                ephemeralStorage.map(CreateFunction.EphemeralStorage::size),
                MOST_MEMORY);
    }

    private static void checkMost(String what, Optional<Integer> value, int most) {
        if (value.filter(given -> given > most).isPresent()) {
            throw LambdaErrors.invalid(
                    "'%s' value failed to satisfy constraint: Member must have value less than or equal to %d"
                            .formatted(what, most));
        }
    }
}
