package groundschool.emulator.cognito.federation;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Those who vouch for people of one pool.
public final class IdentityProviders {

    /// "Identity providers per user pool: 300".
    private static final int MOST = 300;

    private final StoredMap<IdentityProvider> providers;

    public IdentityProviders(Pool pool, Storage storage) {
        this.providers =
                storage.map(
                        "cognito-idp/providers/" + pool.id(),
                        new JsonFormat<>(IdentityProvider.class));
    }

    /// All, by name.
    public List<IdentityProvider> all() {
        return providers.ascending().map(Map.Entry::getValue).toList();
    }

    public Optional<IdentityProvider> find(String name) {
        return providers.get(Key.of(name));
    }

    /// The one that has that other name.
    public Optional<IdentityProvider> identified(String identifier) {
        return all().stream().filter(each -> each.identifiers().contains(identifier)).findFirst();
    }

    /// @throws groundschool.emulator.AwsException if there is none
    public IdentityProvider named(String name) {
        return find(name)
                .orElseThrow(() -> CognitoErrors.resourceNotFound("Identity provider " + name));
    }

    /// @throws groundschool.emulator.AwsException if there is one of that name, or too many
    public void add(IdentityProvider provider) {
        if (find(provider.name()).isPresent()) {
            throw CognitoErrors.of(
                    "DuplicateProviderException",
                    "Identity provider %s already exists.".formatted(provider.name()));
        }
        if (providers.size() >= MOST) {
            throw CognitoErrors.tooMany("Exceeded the maximum number of identity providers.");
        }
        put(provider);
    }

    /// @throws groundschool.emulator.AwsException if another goes by one of its identifiers
    public void put(IdentityProvider provider) {
        for (var identifier : provider.identifiers()) {
            if (identified(identifier)
                    .filter(other -> !other.name().equals(provider.name()))
                    .isPresent()) {
                throw CognitoErrors.invalid(
                        "The identifier %s is already in use.".formatted(identifier));
            }
        }
        providers.put(Key.of(provider.name()), provider);
    }

    public void remove(IdentityProvider provider) {
        providers.remove(Key.of(provider.name()));
    }
}
