package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Grants;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.iam.identity.ServiceLinked;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the role that a service has in an account.
///
/// Source:
/// [CreateServiceLinkedRole](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceLinkedRole.html)
///
/// @param customSuffix which none of the services here takes
public record CreateServiceLinkedRole(
        String awsServiceName, Optional<String> description, Optional<String> customSuffix)
        implements IamOperation {

    private static final int SECONDS = 3600;

    public record Response(RoleDescription role) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        var arn =
                ServiceLinked.find(awsServiceName)
                        .map(linked -> IamArns.role(call, linked.path(), linked.role()))
                        .orElseGet(() ->
                                IamArns.role(
                                        call, Roles.SERVICE_LINKED + awsServiceName + "/", "*"));
        return List.of(
                new Access(
                        "iam:CreateServiceLinkedRole",
                        arn,
                        Map.of("iam:AWSServiceName", List.of(awsServiceName))));
    }

    @Override
    public Response run(Identities identities, Call call) {
        var linked =
                ServiceLinked.find(awsServiceName)
                        .orElseThrow(() ->
                                IamErrors.invalidInput(
                                        "%s has no service-linked role here. Those that have one: %s"
                                                .formatted(
                                                        awsServiceName,
                                                        String.join(
                                                                ", ", ServiceLinked.services()))));
        if (customSuffix.isPresent()) {
            throw IamErrors.invalidInput(
                    "Custom suffix is not allowed for %s".formatted(awsServiceName));
        }
        if (identities.role(linked.role()).isPresent()) {
            throw IamErrors.invalidInput(
                    "Service role name %s has been taken in this account, please try a different suffix."
                            .formatted(linked.role()));
        }
        var role = make(linked, description, identities, call);
        return new Response(RoleDescription.made(role, call.account()));
    }

    /// Makes the role, which is not there yet: on demand, or because a service needs it.
    public static Role make(
            ServiceLinked linked, Optional<String> description, Identities identities, Call call) {
        Quotas.requireRoom("RolesPerAccount", identities.roles().count(), Quotas.ROLES);
        var role =
                new Role(
                        linked.path(),
                        linked.role(),
                        IamIds.role(call),
                        IamTimes.now(call),
                        linked.trust(),
                        description,
                        SECONDS,
                        List.of(),
                        Grants.NONE.attach(linked.policyArn()),
                        Optional.empty());
        identities.put(role);
        return role;
    }
}
