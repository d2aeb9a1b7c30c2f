package groundschool.emulator.iam.simulation;

/// What a permissions boundary says.
///
/// Source:
/// [PermissionsBoundaryDecisionDetail](https://docs.aws.amazon.com/IAM/latest/APIReference/API_PermissionsBoundaryDecisionDetail.html)
public record BoundaryDetail(boolean allowedByPermissionsBoundary) {}
