package groundschool.emulator.apigateway.plan;

import java.util.Optional;

/// A key that a plan counts for.
///
/// @param type `API_KEY`
public record UsagePlanKey(String id, String type, Optional<String> value, Optional<String> name) {}
