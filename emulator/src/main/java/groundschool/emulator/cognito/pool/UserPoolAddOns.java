package groundschool.emulator.cognito.pool;

import java.util.Optional;

/// Whether a pool watches who signs in.
///
/// Source:
/// [UserPoolAddOnsType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolAddOnsType.html)
///
/// @param advancedSecurityMode `OFF`, `AUDIT` or `ENFORCED`
public record UserPoolAddOns(
        String advancedSecurityMode, Optional<AdditionalFlows> advancedSecurityAdditionalFlows) {

    /// @param customAuthMode `AUDIT` or `ENFORCED`; absent if challenges of functions are not
    ///   watched
    public record AdditionalFlows(Optional<String> customAuthMode) {}

    /// Whether it watches anybody.
    public boolean isOn() {
        return !advancedSecurityMode.equals("OFF")
                || advancedSecurityAdditionalFlows
                        .flatMap(AdditionalFlows::customAuthMode)
                        .isPresent();
    }
}
