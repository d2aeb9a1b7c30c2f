package groundschool.emulator.kms.operation;

import groundschool.emulator.Call;
import groundschool.emulator.kms.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A grant as lists show it: without its token.
///
/// Source:
/// [GrantListEntry](https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html)
public record GrantEntry(
        String keyId,
        String grantId,
        Optional<String> name,
        Instant creationDate,
        Optional<String> granteePrincipal,
        Optional<String> granteeServicePrincipal,
        Optional<String> retiringPrincipal,
        Optional<String> retiringServicePrincipal,
        String issuingAccount,
        List<String> operations,
        Optional<GrantConstraints> constraints) {

    static GrantEntry of(Grant grant, Call call) {
        var isLimited =
                grant.subset().isPresent()
                        || grant.equals().isPresent()
                        || grant.sourceArn().isPresent();
        return new GrantEntry(
                call.arn("kms", "key/" + grant.keyId()),
                grant.id(),
                grant.name(),
                grant.createdAt(),
                grant.grantee(),
                grant.granteeService(),
                grant.retiring(),
                grant.retiringService(),
                "arn:aws:iam::%s:root".formatted(call.account()),
                grant.operations(),
                Optional.of(new GrantConstraints(grant.subset(), grant.equals(), grant.sourceArn()))
                        .filter(_ -> isLimited));
    }
}
