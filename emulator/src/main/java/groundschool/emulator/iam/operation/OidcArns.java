package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.OidcProviders;
import groundschool.emulator.iam.identity.OidcProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The OpenID Connect provider that an operation names, and what IAM is asked about it.
final class OidcArns {

    static final int MOST_PROVIDERS = 100;
    static final int MOST_CLIENTS = 100;
    static final int MOST_THUMBPRINTS = 5;

    private static final Pattern ARN = Pattern.compile("arn:aws:iam::[0-9]{12}:oidc-provider/.+");

    private OidcArns() {}

    /// @throws groundschool.emulator.AwsException if there is none of that ARN
    static OidcProvider named(Identities identities, Call call, String arn) {
        return find(identities, call, arn)
                .orElseThrow(() ->
                        IamErrors.noSuchEntity("OpenIDConnect Provider not found for arn " + arn));
    }

    /// @throws groundschool.emulator.AwsException if it is no such ARN
    static Optional<OidcProvider> find(Identities identities, Call call, String arn) {
        if (!ARN.matcher(arn).matches()) {
            throw IamErrors.invalidInput("Invalid ARN: " + arn);
        }
        return OidcProviders.in(identities).find(arn, call.account());
    }

    static List<String> checkedThumbprints(List<String> thumbprints) {
        if (thumbprints.size() > MOST_THUMBPRINTS) {
            throw IamErrors.invalidInput("Thumbprint list must contain fewer than 5 entries.");
        }
        return thumbprints;
    }

    static List<String> checkedClients(List<String> clients) {
        if (clients.size() > MOST_CLIENTS) {
            throw IamErrors.limitExceeded(
                    "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: " + MOST_CLIENTS);
        }
        return clients.stream().distinct().toList();
    }

    static List<Access> access(String action, Identities identities, Call call, String arn) {
        return access(action, identities, call, arn, Map.of());
    }

    /// @param more condition keys besides those of the tags
    static List<Access> access(
            String action,
            Identities identities,
            Call call,
            String arn,
            Map<String, List<String>> more) {
        var keys = new HashMap<String, List<String>>();
        OidcProviders.in(identities)
                .find(arn, call.account())
                .ifPresent(provider -> keys.putAll(TagKeys.of(provider.tags())));
        keys.putAll(more);
        return List.of(new Access(action, arn, keys));
    }
}
