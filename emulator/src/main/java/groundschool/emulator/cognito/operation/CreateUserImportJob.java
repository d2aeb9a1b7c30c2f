package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import java.util.Optional;

/// Says where a file of people is to be put who are to be added to a pool.
///
/// Source:
/// [CreateUserImportJob](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserImportJob.html)
public record CreateUserImportJob(
        String jobName,
        String userPoolId,
        String cloudWatchLogsRoleArn,
        Optional<String> passwordHashingAlgorithm)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(ImportDescription userImportJob) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        passwordHashingAlgorithm.ifPresent(_ -> {
            throw CognitoErrors.notYet("imports of hashed passwords (PasswordHashingAlgorithm)");
        });
        var job = pools.imports(pool).create(jobName, cloudWatchLogsRoleArn, pools, call.now());
        return new Response(ImportDescription.of(job, pool, pools, call));
    }
}
