package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.Limits;
import java.util.List;

/// Shows what an account may have in a Region, and what it has.
///
/// Source:
/// [GetAccountSettings](https://docs.aws.amazon.com/lambda/latest/api/API_GetAccountSettings.html)
public record GetAccountSettings() implements LambdaOperation, Operation<Functions> {

    public record AccountLimit(
            long totalCodeSize,
            long codeSizeUnzipped,
            long codeSizeZipped,
            int concurrentExecutions,
            int unreservedConcurrentExecutions) {}

    public record AccountUsage(long totalCodeSize, long functionCount) {}

    public record Response(AccountLimit accountLimit, AccountUsage accountUsage) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(Access.to("lambda:GetAccountSettings", "*"));
    }

    @Override
    public Response run(Functions functions, Call call) {
        int reserved =
                functions
                        .in(call.region())
                        .mapToInt(each -> each.reservedConcurrency().orElse(0))
                        .sum();
        return new Response(
                new AccountLimit(
                        Limits.CODE_STORAGE_BYTES,
                        Limits.UNZIPPED_BYTES,
                        Limits.ZIPPED_BYTES,
                        Limits.CONCURRENCY,
                        Limits.CONCURRENCY - reserved),
                new AccountUsage(
                        functions.codeBytes(call.region()), functions.in(call.region()).count()));
    }
}
