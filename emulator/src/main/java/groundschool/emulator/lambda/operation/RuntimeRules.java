package groundschool.emulator.lambda.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.lambda.LambdaErrors;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which runtimes a function may have.
///
/// Source: recorded answers of Lambda, March 2026; [Lambda
/// runtimes](https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html)
final class RuntimeRules {

    /// In the order in which Lambda lists them.
    private static final List<String> SUPPORTED =
            List.of(
                    "nodejs20.x",
                    "python3.14",
                    "provided.al2023",
                    "python3.12",
                    "python3.13",
                    "nodejs24.x",
                    "nodejs22.x",
                    "java25",
                    "python3.10",
                    "python3.11",
                    "java21",
                    "ruby3.3",
                    "ruby3.4",
                    "ruby3.2",
                    "python3.8",
                    "python3.9",
                    "java17",
                    "nodejs16.x",
                    "dotnet10",
                    "dotnet8",
                    "java11",
                    "dotnet6",
                    "nodejs18.x",
                    "provided.al2",
                    "java8.al2");

    private static final Set<String> RETIRED =
            Set.of(
                    "nodejs",
                    "nodejs4.3",
                    "nodejs4.3-edge",
                    "nodejs6.10",
                    "nodejs8.10",
                    "nodejs10.x",
                    "nodejs12.x",
                    "nodejs14.x",
                    "java8",
                    "python2.7",
                    "python3.6",
                    "python3.7",
                    "dotnetcore1.0",
                    "dotnetcore2.0",
                    "dotnetcore2.1",
                    "dotnetcore3.1",
                    "go1.x",
                    "ruby2.5",
                    "ruby2.7",
                    "provided");

    /// What a layer may be asked for by; those to come and those of Lambda's own are among them.
    private static final List<String> KNOWN =
            List.of(
                    "ruby3.5",
                    "ruby2.6",
                    "dotnetcore1.0",
                    "python3.7",
                    "nodejs8.10",
                    "nasa",
                    "ruby2.7",
                    "python2.7-greengrass",
                    "dotnetcore2.0",
                    "python3.8",
                    "java21",
                    "dotnet6",
                    "dotnetcore2.1",
                    "python3.9",
                    "java11",
                    "nodejs6.10",
                    "provided",
                    "dotnetcore3.1",
                    "dotnet8",
                    "java25",
                    "java17",
                    "nodejs",
                    "nodejs4.3",
                    "java8.al2",
                    "go1.x",
                    "dotnet10",
                    "nodejs20.x",
                    "go1.9",
                    "byol",
                    "nodejs10.x",
                    "provided.al2023",
                    "nodejs22.x",
                    "python3.10",
                    "java8",
                    "nodejs12.x",
                    "python3.11",
                    "nodejs24.x",
                    "nodejs8.x",
                    "python3.12",
                    "nodejs14.x",
                    "nodejs8.9",
                    "nodejs26.x",
                    "python3.13",
                    "python3.14",
                    "nodejs16.x",
                    "python3.15",
                    "provided.al2",
                    "nodejs4.3-edge",
                    "nodejs18.x",
                    "ruby3.2",
                    "python3.4",
                    "ruby3.3",
                    "ruby3.4",
                    "ruby2.5",
                    "python3.6",
                    "python2.7");

    private RuntimeRules() {}

    /// @param filter what layers are to be listed for
    static void checkFilter(Optional<String> filter) {
        filter.filter(runtime -> !KNOWN.contains(runtime))
                .ifPresent(unknown -> {
                    throw invalid("'%s' at 'compatibleRuntime'".formatted(unknown), KNOWN);
                });
    }

    /// @param runtimes that a new layer is to be for
    static void checkCompatible(List<String> runtimes) {
        // A layer may still be for a runtime that functions cannot be made with any more.
        if (!runtimes.stream()
                .allMatch(each -> SUPPORTED.contains(each) || RETIRED.contains(each))) {
            throw invalid("'%s' at 'compatibleRuntimes'".formatted(runtimes), SUPPORTED);
        }
    }

    private static AwsException invalid(String valueAtMember, List<String> allowed) {
        return new AwsException(
                400,
                "ValidationException",
                "1 validation error detected: Value %s failed to satisfy constraint: Member must satisfy enum value set: %s"
                        .formatted(valueAtMember, allowed));
    }

    static void check(String runtime) {
        if (RETIRED.contains(runtime)) {
            throw LambdaErrors.invalid(
                    "The runtime parameter of %s is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions."
                            .formatted(runtime));
        }
        if (!SUPPORTED.contains(runtime)) {
            throw LambdaErrors.invalid(
                    "Value %s at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: %s or be a valid ARN"
                            .formatted(runtime, SUPPORTED));
        }
    }
}
