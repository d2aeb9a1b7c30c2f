package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.cognitoidentity.PoolIds;

/// An operation that AWS wants no signature of: what it names says which sandbox it is for.
public interface GuestOperation {

    /// The ID of the pool or the identity.
    String named();

    /// The Region of that.
    default String region() {
        return PoolIds.region(named());
    }

    /// What is said where nobody has it.
    AwsException nowhere();
}
