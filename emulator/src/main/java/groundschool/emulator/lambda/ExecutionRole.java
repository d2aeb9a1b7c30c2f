package groundschool.emulator.lambda;

import groundschool.emulator.Principal;
import groundschool.emulator.Session;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.iam.ServiceRole;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sts.operation.Credentials;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The role that a function acts as, which Lambda assumes as `lambda.amazonaws.com`.
///
/// Source: [Execution
/// role](https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html)
public final class ExecutionRole {

    private static final String LAMBDA = "lambda.amazonaws.com";
    private static final Duration LASTS = Duration.ofHours(12);

    private ExecutionRole() {}

    /// Checks that there is such a role, and that it lets Lambda assume it.
    ///
    /// @throws groundschool.emulator.AwsException if not
    public static void check(String arn, String functionArn, Sandbox sandbox) {
        if (assumable(arn, functionArn, sandbox).isEmpty()) {
            throw LambdaErrors.invalid(
                    "The role defined for the function cannot be assumed by Lambda.");
        }
    }

    /// Who a function is; nobody if its role is gone, or trusts Lambda no more.
    ///
    /// @param name the function's, by which the session is called
    public static Optional<Principal.RoleSession> session(
            String arn, String name, String functionArn, Sandbox sandbox) {
        var now = sandbox.clock().now();
        return sandbox.storage()
                .transition(() -> assumable(arn, functionArn, sandbox))
                .map(role ->
                        new Principal.RoleSession(
                                sandbox.account(),
                                role.path(),
                                role.name(),
                                role.id(),
                                name,
                                new Session(
                                        List.of(),
                                        List.of(),
                                        Map.of(),
                                        List.of(),
                                        Optional.empty(),
                                        now,
                                        now.plus(LASTS),
                                        false,
                                        Optional.empty(),
                                        Map.of("lambda:SourceFunctionArn", List.of(functionArn)))));
    }

    /// What the function's environment gets.
    static Credentials credentials(Principal.RoleSession session, Sandbox sandbox) {
        var key = sandbox.keys().temporary(session);
        return new Credentials(key.id(), key.secret(), key.token(), session.held().expiresAt());
    }

    private static Optional<Role> assumable(String arn, String functionArn, Sandbox sandbox) {
        return sandbox.state(Iam.SERVICE)
                .role(arn.substring(arn.lastIndexOf('/') + 1))
                .filter(role -> role.arn(sandbox.account()).equals(arn))
                .filter(role ->
                        ServiceRole.trusts(
                                role,
                                LAMBDA,
                                Map.of("aws:SourceArn", List.of(functionArn)),
                                sandbox));
    }
}
