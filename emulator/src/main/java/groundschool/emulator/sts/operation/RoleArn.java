package groundschool.emulator.sts.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.sts.StsErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The ARN of a role that somebody wants to assume.
record RoleArn(String text) {

    private static final String NOBODY =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":{"Service":"nobody.amazonaws.com"},"Action":"sts:AssumeRole"}]}
            """;
    private static final Pattern ARN =
            Pattern.compile("arn:[a-z][a-z-]*:[a-z]+:[^:]*:[^:]*:[^:]*.+");
    private static final Pattern ROLE =
            Pattern.compile("arn:aws:iam::([0-9]{12}):role/(.*/)?([^/]+)");

    /// @throws groundschool.emulator.AwsException if it is no ARN
    static RoleArn of(String text) {
        if (!ARN.matcher(text).matches() || text.endsWith(":")) {
            throw StsErrors.invalidArn(text);
        }
        return new RoleArn(text);
    }

    /// The role, if there is such a one in the caller's account.
    Optional<Role> in(Identities identities, Call call) {
        var parts = ROLE.matcher(text);
        return parts.matches()
                ? identities
                        .role(parts.group(3))
                        .filter(role -> role.arn(call.account()).equals(text))
                : Optional.empty();
    }

    /// The questions to IAM: the role's trust policy has its say in each.
    ///
    /// @param actions such as `sts:AssumeRole`
    List<Access> access(
            Identities identities,
            Call call,
            List<String> actions,
            Map<String, List<String>> conditionKeys) {
        // AWS does not tell a role that is not there from one that trusts nobody.
        var trust = in(identities, call).map(Role::trust).orElse(NOBODY);
        return actions.stream()
                .map(action -> new Access(action, text, conditionKeys).trustedBy(trust))
                .toList();
    }
}
