package groundschool.emulator.iam.simulation;

/// What an organization's policies say.
///
/// Source:
/// [OrganizationsDecisionDetail](https://docs.aws.amazon.com/IAM/latest/APIReference/API_OrganizationsDecisionDetail.html)
public record OrganizationsDetail(boolean allowedByOrganizations) {}
