package groundschool.emulator.lambda.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.Statements;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Adds statements to policies and takes them out.
final class Policies {

    private static final int MOST_BYTES = 20_480;

    private Policies() {}

    /// @param unless the latest revision while there is no policy
    /// @param api where the latest revision is to be had
    static void checkRevision(
            Optional<String> expected,
            Optional<Statements> before,
            Optional<String> unless,
            String api) {
        if (expected.isPresent()
                && !expected.equals(before.map(Statements::revisionId).or(() -> unless))) {
            throw LambdaErrors.otherRevision(api);
        }
    }

    static Statements add(
            Optional<Statements> before,
            String sid,
            String statement,
            Functions functions,
            Call call) {
        var policy = before.orElse(new Statements(List.of(), ""));
        if (policy.statement(sid).isPresent()) {
            throw LambdaErrors.conflict(
                    "The statement id (%s) provided already exists. Please provide a new statement id, or remove the existing statement."
                            .formatted(sid));
        }
        var after = policy.with(statement, functions.revision(call));
        if (after.document().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new AwsException(
                    400,
                    "PolicyLengthExceededException",
                    "The final policy size (%d) is bigger than the limit (%d)."
                            .formatted(
                                    after.document().getBytes(StandardCharsets.UTF_8).length,
                                    MOST_BYTES));
        }
        return after;
    }

    /// What is left; nothing if that was the last statement.
    static Optional<Statements> remove(
            Statements before, String sid, Functions functions, Call call) {
        if (before.statement(sid).isEmpty()) {
            throw LambdaErrors.notFound(
                    "Statement %s is not found in resource policy.".formatted(sid));
        }
        var left = before.without(sid, functions.revision(call));
        return left.statements().isEmpty() ? Optional.empty() : Optional.of(left);
    }
}
