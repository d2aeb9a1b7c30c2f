package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.saml.SamlProvider;
import groundschool.emulator.iam.saml.SamlProviders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The SAML provider that an operation names, and what IAM is asked about it.
final class SamlArns {

    private static final int MOST = 100;

    private SamlArns() {}

    static void requireRoom(Identities identities) {
        Quotas.requireRoom("SAMLProvidersPerAccount", SamlProviders.in(identities).size(), MOST);
    }

    /// @throws groundschool.emulator.AwsException if there is none of that ARN
    static SamlProvider named(Identities identities, Call call, String arn) {
        if (SamlProviders.Named.of(arn).isEmpty()) {
            throw IamErrors.invalidInput("Invalid ARN: " + arn);
        }
        return SamlProviders.in(identities)
                .find(arn, call.account())
                .orElseThrow(() -> IamErrors.noSuchEntity("Manifest not found for arn " + arn));
    }

    /// Unlike AWS, it knows no encrypted assertions: there is nothing here that would read them.
    static void refusePrivateKeys(Optional<Object> key) {
        key.ifPresent(_ -> {
            throw IamErrors.invalidInput(
                    "Groundschool's emulator does not keep private keys of SAML providers yet.");
        });
    }

    /// As no provider has a private key, none can ask for encrypted assertions. The message is that
    /// of [Troubleshoot SAML
    /// federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html).
    static void refuseWithoutKey(Optional<String> encryptionMode) {
        if (encryptionMode.equals(Optional.of("Required"))) {
            throw IamErrors.invalidInput(
                    "Unable to set assertion encryption mode to Required because no private key is provided.");
        }
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
        SamlProviders.in(identities)
                .find(arn, call.account())
                .ifPresent(provider -> keys.putAll(TagKeys.of(provider.tags())));
        keys.putAll(more);
        return List.of(new Access(action, arn, keys));
    }
}
