package groundschool.emulator.apigateway.rest;

import java.util.Optional;

/// What an account may in a Region.
///
/// Source: [Quotas](https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html)
public final class AccountLimits {

    public static final ThrottleSettings THROTTLE =
            new ThrottleSettings(Optional.of(5000), Optional.of(10_000.0));

    public static final int APIS = 600;
    public static final int RESOURCES = 300;
    public static final int STAGES = 10;
    public static final int AUTHORIZERS = 10;
    public static final int KEYS = 10_000;
    public static final int PLANS = 300;

    /// Unlike AWS, which keeps more: a deployment is a copy of the API.
    public static final int DEPLOYMENTS = 100;

    private AccountLimits() {}
}
