package groundschool.emulator.iam.identity;

/// Something for which a service needs the role that it has in the account.
///
/// @param resource an ARN
public record RoleUse(String region, String resource) {}
