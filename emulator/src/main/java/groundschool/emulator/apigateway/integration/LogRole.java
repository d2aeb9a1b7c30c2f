package groundschool.emulator.apigateway.integration;

import groundschool.emulator.Principal;
import groundschool.emulator.iam.ServiceRole;
import groundschool.emulator.sandbox.Sandbox;
import java.util.Optional;

/// The roles that the gateway acts as: those that trust `apigateway.amazonaws.com`.
public final class LogRole {

    private LogRole() {}

    /// Who the gateway is in that role; nobody if there is none that trusts it.
    public static Optional<Principal.RoleSession> session(String arn, Sandbox sandbox) {
        return ServiceRole.session(
                arn, "apigateway.amazonaws.com", "BackplaneAssumeRoleSession", sandbox);
    }
}
