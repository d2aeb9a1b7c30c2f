package groundschool.emulator.apigateway.plan;

import groundschool.emulator.apigateway.rest.ThrottleSettings;
import java.util.Map;
import java.util.Optional;

/// A stage that a plan is for.
///
/// @param throttle by resource path and verb, such as `/pets/GET`
public record ApiStage(
        Optional<String> apiId,
        Optional<String> stage,
        Optional<Map<String, ThrottleSettings>> throttle) {

    /// Whether it is that stage.
    public boolean is(String api, String name) {
        return apiId.filter(api::equals).isPresent() && stage.filter(name::equals).isPresent();
    }
}
