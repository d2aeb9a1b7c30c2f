package groundschool.emulator.iam.simulation;

/// A statement that decided.
///
/// Source: [Statement](https://docs.aws.amazon.com/IAM/latest/APIReference/API_Statement.html)
public record MatchedStatement(
        String sourcePolicyId, String sourcePolicyType, Spot startPosition, Spot endPosition) {}
