package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.dynamodb.TableErrors;
import java.util.Optional;

/// The parameters that expressions replaced in 2014.
///
/// Source: [Legacy conditional
/// parameters](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html)
final class Legacy {

    private Legacy() {}

    /// Unlike AWS, which still has them: refuses what would otherwise be ignored.
    ///
    /// @throws groundschool.emulator.AwsException if it is given
    static void refuse(String parameter, Optional<Object> given) {
        if (given.isPresent()) {
            throw TableErrors.notSupportedYet(parameter);
        }
    }
}
