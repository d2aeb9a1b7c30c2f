package groundschool.emulator.iam.saml;

import groundschool.emulator.iam.Identities;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.StoredMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The SAML providers of an account.
public final class SamlProviders {

    private static final Pattern ARN =
            Pattern.compile("arn:aws:iam::([0-9]{12}):saml-provider/([\\w._-]+)");

    private final StoredMap<SamlProvider> providers;

    private SamlProviders(StoredMap<SamlProvider> providers) {
        this.providers = providers;
    }

    /// Those of the account that these identities are in.
    public static SamlProviders in(Identities identities) {
        return new SamlProviders(identities.map("saml-providers", SamlProvider.class));
    }

    /// The name by which a sandbox is found that has a provider of that name.
    public static String claim(String name) {
        return "saml:" + name;
    }

    /// What a provider's ARN says.
    public record Named(String account, String name) {

        /// Nothing if it is no such ARN.
        public static Optional<Named> of(String arn) {
            var parts = ARN.matcher(arn);
            return parts.matches()
                    ? Optional.of(new Named(parts.group(1), parts.group(2)))
                    : Optional.empty();
        }
    }

    /// All of them, by name.
    public Stream<SamlProvider> all() {
        return providers.ascending().map(Map.Entry::getValue);
    }

    public int size() {
        return providers.size();
    }

    public Optional<SamlProvider> of(String name) {
        return providers.get(Key.of(name));
    }

    /// The provider of that ARN.
    public Optional<SamlProvider> find(String arn, String account) {
        return Named.of(arn)
                .filter(named -> named.account().equals(account))
                .flatMap(named -> of(named.name()));
    }

    public void put(SamlProvider provider) {
        providers.put(Key.of(provider.name()), provider);
    }

    public void remove(SamlProvider provider) {
        providers.remove(Key.of(provider.name()));
    }
}
