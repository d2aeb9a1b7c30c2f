package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Something that has tags, found by its ARN.
///
/// @param keep keeps others
record Tagged(Map<String, String> tags, java.util.function.Consumer<Map<String, String>> keep) {

    private static final Pattern ARN =
            Pattern.compile(
                    "arn:aws:apigateway:([a-z0-9-]+)::/(restapis|usageplans|apikeys)/([^/]+)(?:/stages/([^/]+))?");
    private static final int MOST = 50;

    void put(Map<String, String> others) {
        keep.accept(Map.copyOf(others));
    }

    /// @throws AwsException if there are too many, or one is reserved
    static void check(Map<String, String> tags) {
        if (tags.size() > MOST) {
            throw GatewayErrors.badRequest("The number of tags exceeds the limit of " + MOST);
        }
        if (tags.keySet().stream().anyMatch(key -> key.startsWith("aws:"))) {
            throw GatewayErrors.badRequest("Tag keys beginning with aws: are reserved");
        }
    }

    /// @throws AwsException if nothing of ours has that ARN
    static Tagged of(String arn, Gateway gateway, Call call) {
        var form = ARN.matcher(arn);
        if (!form.matches() || !String.valueOf(form.group(1)).equals(call.region())) {
            throw GatewayErrors.badRequest("Invalid ARN specified in the request");
        }
        var apis = gateway.in(call.region());
        var id = String.valueOf(form.group(3));
        var stage = Optional.ofNullable(form.group(4));
        if (stage.isPresent()) {
            var known = apis.stage(id, stage.get());
            return new Tagged(
                    known.tags().orElse(Map.of()), tags -> apis.put(id, known.withTags(tags)));
        }
        var plans = gateway.plans(call.region());
        if (arn.contains("/usageplans/")) {
            var plan = plans.plan(id);
            return new Tagged(plan.tags().orElse(Map.of()), tags -> plans.put(plan.withTags(tags)));
        }
        if (arn.contains("/apikeys/")) {
            var key = plans.key(id);
            return new Tagged(key.tags().orElse(Map.of()), tags -> plans.put(key.withTags(tags)));
        }
        var api = apis.api(id);
        return new Tagged(api.tags().orElse(Map.of()), tags -> apis.put(api.withTags(tags)));
    }
}
