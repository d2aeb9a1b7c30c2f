package groundschool.emulator.apigateway.plan;

import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.rest.ThrottleSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How much clients may use of some stages.
///
/// Source: [UsagePlan](https://docs.aws.amazon.com/apigateway/latest/api/API_UsagePlan.html)
public record UsagePlan(
        String id,
        Optional<String> name,
        Optional<String> description,
        List<ApiStage> apiStages,
        Optional<ThrottleSettings> throttle,
        Optional<QuotaSettings> quota,
        Optional<String> productCode,
        Optional<Map<String, String>> tags) {

    /// The stage of that name, if the plan is for it.
    public Optional<ApiStage> stage(String api, String name) {
        return apiStages.stream().filter(each -> each.is(api, name)).findFirst();
    }

    public UsagePlan shown() {
        return with(apiStages, tags.filter(each -> !each.isEmpty()));
    }

    /// With tags also where there are none.
    public UsagePlan whole() {
        return with(apiStages, Optional.of(tags.orElse(Map.of())));
    }

    public UsagePlan with(List<ApiStage> stages) {
        return with(stages, tags);
    }

    public UsagePlan withTags(Map<String, String> others) {
        return with(apiStages, Optional.of(others));
    }

    private UsagePlan with(List<ApiStage> stages, Optional<Map<String, String>> otherTags) {
        return new UsagePlan(
                id, name, description, stages, throttle, quota, productCode, otherTags);
    }

    /// @throws AwsException if it has no name, or a quota is none
    public UsagePlan checked() {
        if (name.filter(text -> !text.isBlank()).isEmpty()) {
            throw GatewayErrors.badRequest("Usage Plan name cannot be blank");
        }
        quota.ifPresent(each -> {
            if (each.limit().filter(limit -> limit > 0).isEmpty() || each.period().isEmpty()) {
                throw GatewayErrors.badRequest(
                        "Usage Plan quota limit and quota period must both be specified");
            }
            if (!List.of("DAY", "WEEK", "MONTH").contains(each.period().get())) {
                throw GatewayErrors.badRequest(
                        "Usage Plan quota period must be one of DAY, WEEK, MONTH");
            }
        });
        return new UsagePlan(
                id,
                name,
                description,
                apiStages,
                throttle,
                quota.map(each ->
                        new QuotaSettings(
                                each.limit(), Optional.of(each.offset().orElse(0)), each.period())),
                productCode,
                tags);
    }
}
