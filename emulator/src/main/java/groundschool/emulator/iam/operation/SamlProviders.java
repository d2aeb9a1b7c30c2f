package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.SamlProvider;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.StoredMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The SAML providers of an account.
final class SamlProviders {

    private static final int MOST = 100;
    private static final String ARN = ":saml-provider/";

    private SamlProviders() {}

    /// By name.
    static StoredMap<SamlProvider> in(Identities identities) {
        return identities.map("saml-providers", SamlProvider.class);
    }

    static void requireRoom(Identities identities) {
        Quotas.requireRoom("SAMLProvidersPerAccount", in(identities).size(), MOST);
    }

    static Optional<SamlProvider> find(Identities identities, Call call, String arn) {
        var mark = arn.indexOf(ARN);
        return mark < 0
                ? Optional.empty()
                : in(identities)
                        .get(Key.of(arn.substring(mark + ARN.length())))
                        .filter(provider -> provider.arn(call.account()).equals(arn));
    }

    /// @throws groundschool.emulator.AwsException if there is none of that ARN
    static SamlProvider named(Identities identities, Call call, String arn) {
        if (!arn.matches("arn:aws:iam::[0-9]{12}:saml-provider/[\\w._-]+")) {
            throw IamErrors.invalidInput("Invalid ARN: " + arn);
        }
        return find(identities, call, arn)
                .orElseThrow(() -> IamErrors.noSuchEntity("Manifest not found for arn " + arn));
    }

    static void put(Identities identities, SamlProvider provider) {
        in(identities).put(Key.of(provider.name()), provider);
    }

    /// Unlike AWS, it knows no encrypted assertions: there is nothing here that would read them.
    static void refusePrivateKeys(Optional<Object> key) {
        key.ifPresent(_ -> {
            throw IamErrors.invalidInput(
                    "Groundschool's emulator does not keep private keys of SAML providers yet.");
        });
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
        find(identities, call, arn).ifPresent(provider -> keys.putAll(TagKeys.of(provider.tags())));
        keys.putAll(more);
        return List.of(new Access(action, arn, keys));
    }
}
