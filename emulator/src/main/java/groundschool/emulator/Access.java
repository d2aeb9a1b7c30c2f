package groundschool.emulator;

import java.util.List;
import java.util.Map;

/// One question to IAM: may the caller do this action on this resource?
///
/// @param action such as `dynamodb:GetItem`
/// @param resource an ARN, or `*` where the action knows no resource
/// @param conditionKeys what policies may test, by key, such as `dynamodb:LeadingKeys`
public record Access(String action, String resource, Map<String, List<String>> conditionKeys) {

    public Access {
        conditionKeys = Map.copyOf(conditionKeys);
    }

    /// An access without condition keys.
    public static Access to(String action, String resource) {
        return new Access(action, resource, Map.of());
    }
}
