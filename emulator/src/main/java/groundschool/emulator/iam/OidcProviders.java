package groundschool.emulator.iam;

import groundschool.emulator.iam.identity.OidcProvider;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.StoredMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The OpenID Connect providers of an account.
public final class OidcProviders {

    private final StoredMap<OidcProvider> providers;

    private OidcProviders(StoredMap<OidcProvider> providers) {
        this.providers = providers;
    }

    /// Those of the account that these identities are in.
    public static OidcProviders in(Identities identities) {
        return new OidcProviders(identities.map("oidc-providers", OidcProvider.class));
    }

    /// The name by which a sandbox is found that has such a provider.
    public static String claim(String url) {
        return "oidc:" + OidcProvider.nameOf(url);
    }

    /// All of them, by name.
    public Stream<OidcProvider> all() {
        return providers.ascending().map(Map.Entry::getValue);
    }

    /// The provider of that URL, whatever its query.
    public Optional<OidcProvider> of(String url) {
        return providers.get(Key.of(OidcProvider.nameOf(url)));
    }

    /// The provider of that ARN.
    public Optional<OidcProvider> find(String arn, String account) {
        return all().filter(provider -> provider.arn(account).equals(arn)).findFirst();
    }

    public void put(OidcProvider provider) {
        providers.put(Key.of(provider.name()), provider);
    }

    public void remove(OidcProvider provider) {
        providers.remove(Key.of(provider.name()));
    }
}
