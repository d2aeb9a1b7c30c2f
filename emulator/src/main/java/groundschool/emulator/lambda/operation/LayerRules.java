package groundschool.emulator.lambda.operation;

import groundschool.emulator.Call;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Which layers a function may have.
///
/// Source: recorded answers of Lambda
final class LayerRules {

    private static final int MOST = 5;

    private LayerRules() {}

    static void check(List<String> arns, Functions functions, Call call) {
        if (arns.size() > MOST) {
            throw LambdaErrors.invalid("Cannot reference more than %d layers.".formatted(MOST));
        }
        var seen = new HashMap<String, String>();
        for (var arn : arns) {
            // arn:aws:lambda:region:account:layer:name:version
            if (!arn.split(":")[3].equals(call.region())) {
                throw LambdaErrors.invalid(
                        "Layers are not in the same region as the function. Layers are expected to be in region %s."
                                .formatted(call.region()));
            }
            if (functions.layers().find(arn).isEmpty()) {
                throw LambdaErrors.invalid("Layer version %s does not exist.".formatted(arn));
            }
            var earlier =
                    Optional.ofNullable(seen.put(arn.substring(0, arn.lastIndexOf(':')), arn));
            if (earlier.isPresent()) {
                throw LambdaErrors.invalid(
                        "Two different versions of the same layer are not allowed to be referenced in the same function. %s and %s are versions of the same layer."
                                .formatted(earlier.get(), arn));
            }
        }
    }
}
