package groundschool.emulator.lambda.operation;

import groundschool.emulator.Call;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.Function;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What Lambda asks of labels.
///
/// Source: [Tags](https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html)
final class TagRules {

    private static final int MOST = 50;

    private TagRules() {}

    static Map<String, List<String>> conditionKeys(Map<String, String> tags) {
        var keys = new HashMap<String, List<String>>();
        if (!tags.isEmpty()) {
            keys.put("aws:TagKeys", List.copyOf(tags.keySet()));
        }
        tags.forEach((key, value) -> keys.put("aws:RequestTag/" + key, List.of(value)));
        return keys;
    }

    /// The function whose ARN that is.
    ///
    /// @throws groundschool.emulator.AwsException if it is none, or of a version
    static Function taggable(String arn, Functions functions, Call call) {
        if (!arn.contains(":function:")) {
            throw LambdaErrors.notYet("labels of " + arn);
        }
        var reference = FunctionReference.of(arn, call);
        if (reference.qualifier().isPresent()) {
            throw LambdaErrors.invalid(
                    "Tags on function aliases and versions are not supported. Please specify a function ARN.");
        }
        return functions.function(reference);
    }

    /// Both, the later ones over the earlier.
    ///
    /// @throws groundschool.emulator.AwsException if they are too many, or none
    static Map<String, String> merged(Map<String, String> before, Map<String, String> more) {
        if (more.isEmpty()) {
            throw LambdaErrors.invalid("An error occurred and the request cannot be processed.");
        }
        var all = new HashMap<>(before);
        all.putAll(more);
        return check(all);
    }

    static Map<String, String> check(Map<String, String> tags) {
        if (tags.size() > MOST) {
            throw LambdaErrors.invalid("Number of tags exceeds resource tag limit.");
        }
        return tags;
    }
}
