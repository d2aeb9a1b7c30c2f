package groundschool.emulator.sts.operation;

import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.sts.StsErrors;
import java.util.Optional;

/// A code from a second factor.
final class MfaProof {

    private MfaProof() {}

    /// Whether a second factor was shown.
    ///
    /// @throws groundschool.emulator.AwsException if one is named and its code is not right
    static boolean check(
            Optional<String> serialNumber,
            Optional<String> tokenCode,
            Identities identities,
            Call call) {
        if (serialNumber.isEmpty() && tokenCode.isEmpty()) {
            return false;
        }
        throw StsErrors.accessDenied(
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.");
    }
}
