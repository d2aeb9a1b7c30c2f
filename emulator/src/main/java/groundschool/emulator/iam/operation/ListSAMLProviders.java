package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.saml.SamlProviders;
import java.time.Instant;
import java.util.List;

/// Lists the account's SAML providers.
///
/// Source:
/// [ListSAMLProviders](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviders.html)
public record ListSAMLProviders() implements IamOperation {

    public record Entry(String arn, Instant validUntil, Instant createDate) {}

    public record Response(List<Entry> samlProviderList) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:ListSAMLProviders");
    }

    @Override
    public Response run(Identities identities, Call call) {
        return new Response(
                SamlProviders.in(identities)
                        .all()
                        .map(provider ->
                                new Entry(
                                        provider.arn(call.account()),
                                        provider.validUntil(),
                                        provider.createdAt()))
                        .toList());
    }
}
