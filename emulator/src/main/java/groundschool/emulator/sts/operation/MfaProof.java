package groundschool.emulator.sts.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.mfa.MfaDevices;
import groundschool.emulator.sts.StsErrors;
import java.util.Optional;

/// A code from a second factor.
///
/// Source: [MFA-protected API
/// access](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html);
/// the messages as they stand in many an issue of the AWS CLI
final class MfaProof {

    private MfaProof() {}

    /// Whether a second factor was shown. Its code is taken: it is good once.
    ///
    /// @throws AwsException if one is named and its code is not right
    static boolean check(
            Optional<String> serialNumber,
            Optional<String> tokenCode,
            Identities identities,
            Call call) {
        if (serialNumber.isEmpty() && tokenCode.isEmpty()) {
            return false;
        }
        if (serialNumber.isEmpty() || tokenCode.isEmpty()) {
            throw StsErrors.accessDenied(
                    "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.");
        }
        var devices = MfaDevices.in(identities);
        var device =
                devices.find(serialNumber.get(), call.account())
                        .filter(found -> found.isOf(userId(call.principal())))
                        .orElseThrow(MfaProof::unknown);
        devices.put(
                device.taking(tokenCode.get(), call.now())
                        .orElseThrow(() ->
                                StsErrors.accessDenied(
                                        "MultiFactorAuthentication failed with invalid MFA one time pass code. ")));
        return true;
    }

    /// Only users have second factors here; nobody has the id that is given for others.
    private static String userId(Principal caller) {
        return caller instanceof Principal.User user ? user.id() : caller.arn();
    }

    private static AwsException unknown() {
        return StsErrors.accessDenied(
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.");
    }
}
