package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.importing.ImportLog;
import groundschool.emulator.cognito.importing.UserImport;

/// Adds the people of a file to a pool.
///
/// Unlike on AWS, they are there when this answers.
///
/// Source:
/// [StartUserImportJob](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StartUserImportJob.html)
public record StartUserImportJob(String userPoolId, String jobId)
        implements CognitoIdpOperation, OfPool, Interaction<UserPools> {

    public record Response(ImportDescription userImportJob) {}

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        var ran =
                turn.transition(pools ->
                        UserImport.run(jobId, pools.pool(userPoolId, call), pools, call.now()));
        ImportLog.write(ran, turn.sandbox(), call);
        return turn.transition(pools ->
                new Response(
                        ImportDescription.of(
                                ran.job(), pools.pool(userPoolId, call), pools, call)));
    }
}
