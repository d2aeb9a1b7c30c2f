package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Removes a credential for a single service.
///
/// Source:
/// [DeleteServiceSpecificCredential](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServiceSpecificCredential.html)
public record DeleteServiceSpecificCredential(
        Optional<String> userName, String serviceSpecificCredentialId) implements IamOperation {

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
                "iam:DeleteServiceSpecificCredential",
                identities,
                call,
                UserNames.orOwn(userName, call),
                named);
    }

    @Override
    public Done run(Identities identities, Call call) {
        Credentials.in(identities)
                .remove(
                        ServiceCredentials.named(
                                identities, call, userName, serviceSpecificCredentialId));
        return new Done();
    }
}
