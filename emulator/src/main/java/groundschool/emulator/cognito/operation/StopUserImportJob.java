package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Gives up an import of people that has not started.
///
/// Source:
/// [StopUserImportJob](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StopUserImportJob.html)
public record StopUserImportJob(String userPoolId, String jobId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(ImportDescription userImportJob) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var job = pools.imports(pool).stop(jobId, call.now());
        return new Response(ImportDescription.of(job, pool, pools, call));
    }
}
