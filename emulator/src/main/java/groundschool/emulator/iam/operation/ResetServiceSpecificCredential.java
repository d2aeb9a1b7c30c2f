package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives a credential for a single service another secret, and shows it, this once.
///
/// Source:
/// [ResetServiceSpecificCredential](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ResetServiceSpecificCredential.html)
public record ResetServiceSpecificCredential(
        Optional<String> userName, String serviceSpecificCredentialId) implements IamOperation {

    public record Response(ServiceCredentials.Whole serviceSpecificCredential) {}

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
                "iam:ResetServiceSpecificCredential",
                identities,
                call,
                UserNames.orOwn(userName, call),
                named);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var credential =
                ServiceCredentials.named(identities, call, userName, serviceSpecificCredentialId);
        var secret = ServiceCredentials.secret(credential.service(), credential.name(), call);
        return new Response(
                ServiceCredentials.Whole.of(
                        credential,
                        secret,
                        Known.user(identities, UserNames.orOwn(userName, call)).name(),
                        call));
    }
}
