package groundschool.emulator.lambda.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Request;
import groundschool.emulator.dynamodb.stream.DescribeStream;
import groundschool.emulator.dynamodb.stream.GetRecords;
import groundschool.emulator.dynamodb.stream.GetShardIterator;
import groundschool.emulator.dynamodb.stream.ListStreams;
import groundschool.emulator.lambda.ExecutionRole;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.FunctionVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// What Lambda asks of a new event source mapping.
///
/// Source: recorded answers of Lambda
final class MappingRules {

    private static final Pattern STREAM =
            Pattern.compile("arn:aws:dynamodb:[a-z0-9-]+:\\d{12}:table/[^/]+/stream/.+");
    private static final Pattern OTHER =
            Pattern.compile("arn:aws:(sqs|kinesis|kafka|mq|rds|docdb-elastic):.*");

    private MappingRules() {}

    /// @throws AwsException if nothing that is known to Lambda has such an ARN
    static void requireSource(String arn) {
        if (!STREAM.matcher(arn).matches() && !OTHER.matcher(arn).matches()) {
            throw LambdaErrors.invalid("Unrecognized event source.");
        }
    }

    /// @throws AwsException if it is of a service that the emulator does not have
    static void refuseOther(String arn) {
        var other = OTHER.matcher(arn);
        if (other.matches()) {
            throw LambdaErrors.notYet("event sources of the service " + other.group(1));
        }
    }

    static void checkNew(
            String source, FunctionReference function, Functions functions, Call call) {
        functions
                .mappings()
                .in(call.region())
                .filter(mapping ->
                        mapping.streamArn().equals(source)
                                && mapping.functionArn().equals(function.arn()))
                .findFirst()
                .ifPresent(mapping -> {
                    throw LambdaErrors.conflict(
                            "The event source arn (\" %s \") and function (\" %s \") provided mapping already exists. Please update or delete the existing mapping with UUID %s"
                                    .formatted(source, function.name(), mapping.uuid()));
                });
    }

    /// @throws AwsException if there is no such stream, or the function's role may not read it
    static void checkAccess(
            String source,
            FunctionVersion version,
            FunctionReference function,
            Functions functions,
            Call call) {
        var role =
                ExecutionRole.session(
                                version.configuration().role(),
                                version.function(),
                                function.functionArn(),
                                functions.sandbox())
                        .orElseThrow(() ->
                                LambdaErrors.invalid(
                                        "The role defined for the function cannot be assumed by Lambda."));
        var services = call.as(role);
        try {
            var stream =
                    services.ask(
                            new DescribeStream(
                                    source,
                                    OptionalInt.empty(),
                                    Optional.empty(),
                                    Optional.empty()));
            var shard = stream.at("/StreamDescription/Shards/0/ShardId").asString();
            var iterator =
                    services.run(
                            new GetShardIterator(
                                    source,
                                    shard,
                                    GetShardIterator.ShardIteratorType.LATEST,
                                    Optional.empty()),
                            GetShardIterator.Response.class);
            for (Request<?> asked :
                    List.<Request<?>>of(
                            new GetRecords(iterator.shardIterator(), OptionalInt.of(1)),
                            new ListStreams(
                                    Optional.empty(), OptionalInt.empty(), Optional.empty()))) {
                services.run(asked);
            }
        } catch (AwsException refusal) {
            throw refusal.code().equals("ResourceNotFoundException")
                    ? LambdaErrors.invalid("Stream not found: " + source)
                    : LambdaErrors.invalid(
                            "Cannot access stream %s. Please ensure the role can perform the GetRecords, GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM."
                                    .formatted(source));
        }
    }
}
