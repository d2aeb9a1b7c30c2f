package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.importing.ImportFile;
import java.util.List;

/// Says which columns a file has whose people are to be added to a pool.
///
/// Source:
/// [GetCSVHeader](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetCSVHeader.html)
public record GetCSVHeader(String userPoolId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(String userPoolId, List<String> cSVHeader) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        return new Response(pool.id(), ImportFile.header(pool));
    }
}
