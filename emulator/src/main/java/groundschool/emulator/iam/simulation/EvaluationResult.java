package groundschool.emulator.iam.simulation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The simulator's answer for one action, on all resources together.
///
/// Source:
/// [EvaluationResult](https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html)
///
/// @param evalResourceName how the ARNs of such resources look, or `*`
/// @param evalDecision the strictest of the answers
/// @param resourceSpecificResults one for each resource; absent if none was named
public record EvaluationResult(
        String evalActionName,
        String evalResourceName,
        String evalDecision,
        List<MatchedStatement> matchedStatements,
        List<String> missingContextValues,
        Optional<OrganizationsDetail> organizationsDecisionDetail,
        Optional<BoundaryDetail> permissionsBoundaryDecisionDetail,
        Optional<Map<String, String>> evalDecisionDetails,
        Optional<List<ResourceResult>> resourceSpecificResults) {

    private static final List<String> STRICTEST_FIRST =
            List.of("explicitDeny", "implicitDeny", "allowed");

    /// Of the answers for each resource.
    ///
    /// @param named whether resources were named, rather than all meant
    static EvaluationResult of(
            String action,
            String form,
            boolean named,
            List<ResourceResult> results,
            Optional<OrganizationsDetail> organizations) {
        var decision =
                strictest(results.stream().map(ResourceResult::evalResourceDecision).toList());
        return new EvaluationResult(
                action,
                form,
                decision,
                results.stream()
                        .filter(result -> result.evalResourceDecision().equals(decision))
                        .flatMap(result -> result.matchedStatements().stream())
                        .distinct()
                        .toList(),
                results.stream()
                        .flatMap(result -> result.missingContextValues().stream())
                        .distinct()
                        .toList(),
                organizations,
                boundary(results),
                named ? details(results) : Optional.empty(),
                named ? Optional.of(results) : Optional.empty());
    }

    private static Optional<BoundaryDetail> boundary(List<ResourceResult> results) {
        return results.stream()
                .flatMap(result -> result.permissionsBoundaryDecisionDetail().stream())
                .reduce((one, other) ->
                        new BoundaryDetail(
                                one.allowedByPermissionsBoundary()
                                        && other.allowedByPermissionsBoundary()));
    }

    private static Optional<Map<String, String>> details(List<ResourceResult> results) {
        return results.stream()
                .flatMap(result -> result.evalDecisionDetails().stream())
                .reduce((one, other) -> {
                    var both = new LinkedHashMap<>(one);
                    other.forEach((type, decision) ->
                            both.merge(type, decision, (a, b) -> strictest(List.of(a, b))));
                    return both;
                });
    }

    private static String strictest(List<String> decisions) {
        return decisions.stream()
                .min(Comparator.comparingInt(STRICTEST_FIRST::indexOf))
                .orElse("implicitDeny");
    }
}
