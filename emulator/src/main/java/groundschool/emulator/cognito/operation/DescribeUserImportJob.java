package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Shows how an import of people goes.
///
/// Source:
/// [DescribeUserImportJob](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserImportJob.html)
public record DescribeUserImportJob(String userPoolId, String jobId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(ImportDescription userImportJob) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var job = pools.imports(pool).named(jobId, call.now());
        return new Response(ImportDescription.of(job, pool, pools, call));
    }
}
