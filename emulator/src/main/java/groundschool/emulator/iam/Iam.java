package groundschool.emulator.iam;

import groundschool.emulator.Access;
import groundschool.emulator.Principal;
import java.util.List;

/// Says whether a principal may do what an operation asks for.
///
/// Policies are not evaluated yet: the account's root and its administrators may do everything,
/// nobody else anything.
public final class Iam {

    private Iam() {}

    /// @param wanted every action on every resource that the operation touches
    public static Decision decide(Principal principal, List<Access> wanted) {
        return switch (principal) {
            case Principal.Root _ -> new Decision.Allowed("The account's root may do everything.");
            case Principal.Inspector _ -> new Decision.Allowed("Checks read as the grader.");
            case Principal.User user when user.administrator() ->
                    new Decision.Allowed(
                            "AdministratorAccess allows every action on every resource.");
            case Principal.User user -> denied(user, wanted);
        };
    }

    private static Decision denied(Principal principal, List<Access> wanted) {
        var first = wanted.isEmpty() ? Access.to("*", "*") : wanted.getFirst();
        return new Decision.Denied(
                "User: %s is not authorized to perform: %s on resource: %s because no identity-based policy allows the %s action"
                        .formatted(
                                principal.arn(), first.action(), first.resource(), first.action()));
    }
}
