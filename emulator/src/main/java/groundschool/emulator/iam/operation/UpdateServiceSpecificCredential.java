package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Has a credential for a single service let its user in, or nobody.
///
/// Source:
/// [UpdateServiceSpecificCredential](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateServiceSpecificCredential.html)
public record UpdateServiceSpecificCredential(
        Optional<String> userName, String serviceSpecificCredentialId, String status)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        var named =
                Credentials.in(identities)
                        .serviceCredential(serviceSpecificCredentialId)
                        .map(each ->
                                Map.of(
                                        "iam:ServiceSpecificCredentialServiceName",
                                        List.of(each.service())))
                        .orElse(Map.of());
        return Accesses.user(
                "iam:UpdateServiceSpecificCredential",
                identities,
                call,
                UserNames.orOwn(userName, call),
                named);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var credential =
                ServiceCredentials.named(identities, call, userName, serviceSpecificCredentialId);
        Credentials.in(identities).put(credential.active(Statuses.isActive(status)));
        return new Done();
    }
}
