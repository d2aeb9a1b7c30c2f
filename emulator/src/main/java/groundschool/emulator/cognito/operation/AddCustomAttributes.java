package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Schema;
import groundschool.emulator.cognito.pool.SchemaAttribute;
import java.util.List;

/// Lets a pool know more of people.
///
/// Source:
/// [AddCustomAttributes](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AddCustomAttributes.html)
public record AddCustomAttributes(String userPoolId, List<SchemaAttribute> customAttributes)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        pools.put(pool.withSchema(Schema.with(pool.schema(), customAttributes), call.now()));
        return new Nothing();
    }
}
