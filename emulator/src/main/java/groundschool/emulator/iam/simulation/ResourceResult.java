package groundschool.emulator.iam.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The simulator's answer for one action on one resource.
///
/// Source:
/// [ResourceSpecificResult](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ResourceSpecificResult.html)
///
/// @param evalDecisionDetails what each type of policies says; empty within one account
public record ResourceResult(
        String evalResourceName,
        String evalResourceDecision,
        List<MatchedStatement> matchedStatements,
        List<String> missingContextValues,
        Optional<Map<String, String>> evalDecisionDetails,
        Optional<BoundaryDetail> permissionsBoundaryDecisionDetail) {}
