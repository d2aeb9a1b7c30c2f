package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Pem;
import groundschool.emulator.iam.saml.SamlKey;
import groundschool.emulator.iam.saml.SamlProvider;
import groundschool.emulator.iam.saml.SamlProviders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The SAML provider that an operation names, and what IAM is asked about it.
final class SamlArns {

    static final String NO_KEY =
            "Unable to set assertion encryption mode to Required because no private key is provided.";

    private static final int MOST = 100;
    private static final int MOST_KEYS = 2;

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

    /// Adds a private key.
    ///
    /// The messages about private keys are those of [Troubleshoot SAML
    /// federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html).
    static void addKey(Identities identities, Call call, String name, String pem) {
        var providers = SamlProviders.in(identities);
        if (Pem.privateKey(pem).filter(key -> key.getAlgorithm().equals("RSA")).isEmpty()) {
            throw IamErrors.invalidInput("Invalid private key.");
        }
        if (providers.keysOf(name).size() >= MOST_KEYS) {
            throw IamErrors.limitExceeded(
                    "Private key limit of %d is reached.".formatted(MOST_KEYS));
        }
        providers.put(new SamlKey(name, IamIds.samlKey(call), pem, IamTimes.now(call)));
    }

    static void removeKey(Identities identities, String name, String id) {
        var providers = SamlProviders.in(identities);
        var key =
                providers.keysOf(name).stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow(() ->
                                IamErrors.invalidInput(
                                        "Failed to remove private key because the Key ID does not match a private key."));
        providers.remove(key);
    }

    /// A provider that asks for encrypted assertions has a key to read them with.
    static void requireKey(Identities identities, SamlProvider provider, String message) {
        if (provider.requiresEncryption()
                && SamlProviders.in(identities).keysOf(provider.name()).isEmpty()) {
            throw IamErrors.invalidInput(message);
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
