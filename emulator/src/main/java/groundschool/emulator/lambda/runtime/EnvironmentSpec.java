package groundschool.emulator.lambda.runtime;

import groundschool.emulator.sts.operation.Credentials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What an execution environment is made of.
///
/// @param sandbox the id of the sandbox whose function it is
/// @param key that environments share which are alike: sandbox, function's ARN, version and
///   revision
/// @param functionArn without qualifier
/// @param version `$LATEST` or a number
/// @param runtime such as `nodejs22.x`
/// @param handler empty for a runtime that knows none
/// @param memorySize in MB
/// @param ephemeralStorage the size of `/tmp` in MB
/// @param variables of the function's configuration, without those that Lambda itself sets
/// @param code the unpacked zip, not to be written to
/// @param layers unpacked, not to be written to, in the order in which they are laid over each
///   other
/// @param credentials of the execution role, asked for when an environment begins
/// @param logGroup such as `/aws/lambda/greeter`
/// @param logFormat of what it and the function log
/// @param entrance answers the function's calls to AWS
/// @param timing what its runs are to take, where that is not what they take here
public record EnvironmentSpec(
        String sandbox,
        String key,
        String functionName,
        String functionArn,
        String version,
        String runtime,
        String handler,
        int memorySize,
        Duration timeout,
        int ephemeralStorage,
        Map<String, String> variables,
        Path code,
        List<Path> layers,
        Supplier<Credentials> credentials,
        String region,
        String logGroup,
        LogFormat logFormat,
        Entrance entrance,
        Optional<TimingModel> timing) {

    /// One that logs in lines of text.
    public EnvironmentSpec(
            String sandbox,
            String key,
            String functionName,
            String functionArn,
            String version,
            String runtime,
            String handler,
            int memorySize,
            Duration timeout,
            int ephemeralStorage,
            Map<String, String> variables,
            Path code,
            List<Path> layers,
            Supplier<Credentials> credentials,
            String region,
            String logGroup,
            Entrance entrance) {
        this(
                sandbox,
                key,
                functionName,
                functionArn,
                version,
                runtime,
                handler,
                memorySize,
                timeout,
                ephemeralStorage,
                variables,
                code,
                layers,
                credentials,
                region,
                logGroup,
                LogFormat.TEXT,
                entrance,
                Optional.empty());
    }

    public EnvironmentSpec {
        variables = Map.copyOf(variables);
        layers = List.copyOf(layers);
    }

    /// A script that the function names is given the runtime's command to start.
    ///
    /// Source: [Wrapper scripts](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html)
    List<String> wrapped(List<String> command) {
        return Optional.ofNullable(variables.get("AWS_LAMBDA_EXEC_WRAPPER"))
                .map(wrapper -> Stream.concat(Stream.of(wrapper), command.stream()).toList())
                .orElse(command);
    }
}
