package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.credential.SigningCertificate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Lists the signing certificates of a user; without a name, those of the one who asks.
///
/// Source:
/// [ListSigningCertificates](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSigningCertificates.html)
public record ListSigningCertificates(
        Optional<String> userName, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<SigningCertificates.Shown> certificates,
            boolean isTruncated,
            Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.userOrOwn("iam:ListSigningCertificates", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var owner = KeyOwner.of(userName, identities, call);
        var all =
                Credentials.in(identities)
                        .signingCertificatesOf(owner.userId())
                        .sorted(Comparator.comparing(SigningCertificate::uploadedAt))
                        .toList();
        var page =
                new Paging("ListSigningCertificates " + owner.userId(), marker, maxItems)
                        .of(all, SigningCertificate::id)
                        .map(each -> SigningCertificates.Shown.of(each, owner.name()));
        return new Response(page.items(), page.isTruncated(), page.marker());
    }
}
