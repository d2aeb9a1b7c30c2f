package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.credential.ServiceCredential;
import groundschool.emulator.iam.identity.User;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Lists the credentials for single services of a user, of the one who asks, or of all users.
///
/// Source:
/// [ListServiceSpecificCredentials](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServiceSpecificCredentials.html)
public record ListServiceSpecificCredentials(
        Optional<String> userName,
        Optional<String> serviceName,
        Optional<Boolean> allUsers,
        Optional<String> marker,
        Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<ServiceCredentials.Shown> serviceSpecificCredentials,
            Optional<String> marker,
            boolean isTruncated) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return isAboutAll()
                ? List.of(
                        Access.to(
                                "iam:ListServiceSpecificCredentials", IamArns.user(call, "/", "*")))
                : Accesses.userOrOwn(
                        "iam:ListServiceSpecificCredentials", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        serviceName.ifPresent(ServiceCredentials::requireKnown);
        if (isAboutAll() && userName.isPresent()) {
            throw IamErrors.invalidInput("UserName and AllUsers cannot be specified together.");
        }
        var owner =
                isAboutAll()
                        ? Optional.<String>empty()
                        : Optional.of(Known.user(identities, UserNames.orOwn(userName, call)).id());
        var all =
                Credentials.in(identities)
                        .serviceCredentials()
                        .filter(each -> owner.map(each.userId()::equals).orElse(true))
                        .filter(each -> serviceName.map(each.service()::equals).orElse(true))
                        .sorted(Comparator.comparing(ServiceCredential::createdAt))
                        .toList();
        var list = "ListServiceSpecificCredentials %s %s".formatted(owner, serviceName);
        var page =
                new Paging(list, marker, maxItems)
                        .of(all, ServiceCredential::id)
                        .map(each ->
                                ServiceCredentials.Shown.of(each, nameOf(each, identities), call));
        return new Response(page.items(), page.marker(), page.isTruncated());
    }

    private boolean isAboutAll() {
        return allUsers.orElse(false);
    }

    private static String nameOf(ServiceCredential credential, Identities identities) {
        return identities.userOfId(credential.userId()).map(User::name).orElse("");
    }
}
