package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.V2Errors;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Something that has tags, found by its ARN.
///
/// @param keep keeps others
record Tagged(Map<String, String> tags, java.util.function.Consumer<Map<String, String>> keep) {

    private static final Pattern ARN =
            Pattern.compile("arn:aws:apigateway:([a-z0-9-]+)::/apis/([^/]+)(?:/stages/([^/]+))?");
    private static final int MOST = 50;

    void put(Map<String, String> others) {
        if (others.size() > MOST) {
            throw V2Errors.badRequest("The number of tags exceeds the limit of " + MOST);
        }
        keep.accept(Map.copyOf(others));
    }

    /// @throws AwsException if nothing of ours has that ARN
    static Tagged of(String arn, HttpApis apis, Call call) {
        var form = ARN.matcher(arn);
        var region = call.region();
        if (!form.matches() || !String.valueOf(form.group(1)).equals(region)) {
            throw V2Errors.badRequest("Invalid resource ARN specified: " + arn);
        }
        var id = String.valueOf(form.group(2));
        var api = apis.api(region, id);
        var stage = Optional.ofNullable(form.group(3));
        if (stage.isPresent()) {
            var known = apis.stage(region, id, stage.get());
            return new Tagged(known.tags(), tags -> apis.put(region, id, known.withTags(tags)));
        }
        return new Tagged(api.tags(), tags -> apis.put(region, api.withTags(tags)));
    }
}
