package groundschool.emulator.cognito.operation;

import java.util.Optional;

/// Where Amazon Pinpoint would tell of what somebody does. No app client can have it told (see
/// `AnalyticsConfiguration`), so that it changes nothing, as in AWS without such a configuration.
record AnalyticsMetadata(Optional<String> analyticsEndpointId) {}
