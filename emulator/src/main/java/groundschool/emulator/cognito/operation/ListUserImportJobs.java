package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.importing.ImportJob;
import java.util.List;
import java.util.Optional;

/// Lists the imports of people into a pool, the newest first.
///
/// Source:
/// [ListUserImportJobs](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserImportJobs.html)
public record ListUserImportJobs(
        String userPoolId, int maxResults, Optional<String> paginationToken)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(
            List<ImportDescription> userImportJobs, Optional<String> paginationToken) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var page =
                Pages.of(
                        pools.imports(pool).all(call.now()),
                        ImportJob::id,
                        paginationToken,
                        maxResults);
        return new Response(
                page.entries().stream()
                        .map(job -> ImportDescription.of(job, pool, pools, call))
                        .toList(),
                page.next());
    }
}
