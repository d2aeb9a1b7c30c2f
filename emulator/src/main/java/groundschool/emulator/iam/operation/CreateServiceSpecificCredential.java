package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.credential.ServiceCredential;
import groundschool.emulator.iam.identity.User;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Gives a user a credential for a single service, and shows its secret, this once.
///
/// Source:
/// [CreateServiceSpecificCredential](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html)
public record CreateServiceSpecificCredential(
        String userName, String serviceName, Optional<Integer> credentialAgeDays)
        implements IamOperation {

    public record Response(ServiceCredentials.Whole serviceSpecificCredential) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        var keys = new HashMap<String, List<String>>();
        keys.put("iam:ServiceSpecificCredentialServiceName", List.of(serviceName));
        credentialAgeDays.ifPresent(
                days -> keys.put("iam:ServiceSpecificCredentialAgeDays", List.of(days.toString())));
        return Accesses.user(
                "iam:CreateServiceSpecificCredential", identities, call, userName, keys);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        ServiceCredentials.requireKnown(serviceName);
        if (credentialAgeDays.isPresent() && !ServiceCredentials.hasApiKeys(serviceName)) {
            throw IamErrors.invalidInput(
                    "CredentialAgeDays is not supported for %s.".formatted(serviceName));
        }
        var credentials = Credentials.in(identities);
        var there =
                credentials
                        .serviceCredentials()
                        .filter(each -> each.userId().equals(user.id()))
                        .filter(each -> each.service().equals(serviceName))
                        .toList();
        Quotas.requireRoom(
                "ServiceSpecificCredentialsPerUser",
                there.size(),
                Quotas.SERVICE_CREDENTIALS_PER_USER);
        var now = IamTimes.now(call);
        var credential =
                new ServiceCredential(
                        IamIds.serviceCredential(call),
                        serviceName,
                        user.id(),
                        freeName(user, there, call),
                        true,
                        now,
                        credentialAgeDays.map(days -> now.plus(Duration.ofDays(days))));
        credentials.put(credential);
        var secret = ServiceCredentials.secret(serviceName, credential.name(), call);
        return new Response(ServiceCredentials.Whole.of(credential, secret, user.name(), call));
    }

    /// One that none of those has: also after the first of two was deleted.
    private String freeName(User user, List<ServiceCredential> there, Call call) {
        for (var number = 0; ; number++) {
            var name = ServiceCredentials.name(serviceName, user, number, call);
            if (there.stream().noneMatch(each -> each.name().equals(name))) {
                return name;
            }
        }
    }
}
