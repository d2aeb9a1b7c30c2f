package groundschool.emulator.cognito.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Request;
import groundschool.emulator.cognito.Bearer;
import groundschool.emulator.cognito.UserPools;
import java.util.List;

/// An operation that needs no signature, and for which IAM is not asked: what it brings says whose
/// it is.
public interface Unsigned extends Request<UserPools> {

    /// By what its pool is found.
    Bearer bearer();

    @Override
    default List<Access> access(UserPools pools, Call call) {
        return List.of();
    }
}
