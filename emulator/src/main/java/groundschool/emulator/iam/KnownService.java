package groundschool.emulator.iam;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One of AWS's services.
///
/// @param namespace what its actions begin with, such as `dynamodb`
/// @param name such as `Amazon DynamoDB`
/// @param actions by name, in any case; for each, how the ARNs of the resources look that it may be
///   about, such as `arn:${Partition}:s3:::${BucketName}`
public record KnownService(String namespace, String name, Map<String, List<String>> actions) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*\\}");

    /// The form that an ARN has among those of an action's resources; `*` if it has none of them.
    public String form(String action, String arn) {
        return actions.getOrDefault(action, List.of()).stream()
                .filter(form -> fits(form, arn))
                .max(Comparator.comparingInt(KnownService::fixed))
                .orElse("*");
    }

    private static boolean fits(String form, String arn) {
        var regex = new StringBuilder();
        var variables = VARIABLE.matcher(form);
        var at = 0;
        while (variables.find()) {
            regex.append(Pattern.quote(form.substring(at, variables.start()))).append(".*");
            at = variables.end();
        }
        return Pattern.matches(regex + Pattern.quote(form.substring(at)), arn);
    }

    /// How much of a form is the same in all ARNs.
    private static int fixed(String form) {
        return VARIABLE.matcher(form).replaceAll("").length();
    }
}
