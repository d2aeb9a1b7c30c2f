package groundschool.emulator.cognito.risk;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.UserPoolAddOns;
import java.util.Optional;

/// How far threat protection goes in a pool. Names are AWS's.
public enum SecurityMode {
    OFF,

    /// It keeps what it thinks, and does nothing.
    AUDIT,

    /// It does what the risk configuration says.
    ENFORCED;

    /// By what somebody signs in: a pool sets what is done for each.
    public enum Flow {
        /// A password, however it comes.
        STANDARD,

        /// Challenges of functions.
        CUSTOM
    }

    static SecurityMode of(Pool pool, Flow flow) {
        return pool.settings()
                .userPoolAddOns()
                .flatMap(addOns ->
                        switch (flow) {
                            case STANDARD -> Optional.of(addOns.advancedSecurityMode());
                            case CUSTOM ->
                                    addOns.advancedSecurityAdditionalFlows()
                                            .flatMap(
                                                    UserPoolAddOns.AdditionalFlows::customAuthMode);
                        })
                .map(SecurityMode::valueOf)
                .orElse(OFF);
    }

    /// Whether a pool watches nobody.
    static boolean isOff(Pool pool) {
        return of(pool, Flow.STANDARD) == OFF && of(pool, Flow.CUSTOM) == OFF;
    }

    static boolean isEnforced(Pool pool) {
        return of(pool, Flow.STANDARD) == ENFORCED || of(pool, Flow.CUSTOM) == ENFORCED;
    }

    /// @throws groundschool.emulator.AwsException if a pool watches nobody
    public static void checkOn(Pool pool) {
        if (isOff(pool)) {
            throw CognitoErrors.of(
                    "UserPoolAddOnNotEnabledException",
                    "Threat protection is not enabled for this user pool.");
        }
    }
}
