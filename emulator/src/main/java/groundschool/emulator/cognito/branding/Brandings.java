package groundschool.emulator.cognito.branding;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.StoredMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The styles of one pool, one for an application at most.
public final class Brandings {

    /// "Maximum number of 40 items".
    private static final int MOST_ASSETS = 40;

    private final Pool pool;
    private final Sandbox sandbox;
    private final StoredMap<Branding> byClient;

    public Brandings(Pool pool, Sandbox sandbox) {
        this.pool = pool;
        this.sandbox = sandbox;
        this.byClient =
                sandbox.storage()
                        .map(
                                "cognito-idp/brandings/" + pool.id(),
                                new JsonFormat<>(Branding.class));
    }

    /// That of an application.
    public Optional<Branding> of(String clientId) {
        return byClient.get(Key.of(clientId));
    }

    /// @throws groundschool.emulator.AwsException if there is none
    public Branding named(String id) {
        return byClient.ascending()
                .map(Map.Entry::getValue)
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> CognitoErrors.resourceNotFound("ManagedLoginBranding"));
    }

    /// Keeps a style in the place of the one that the application had.
    public void put(Branding branding) {
        of(branding.clientId()).ifPresent(this::release);
        branding.assets()
                .forEach(asset ->
                        asset.blob()
                                .ifPresent(name ->
                                        sandbox.blobs().need(name, owner(branding, asset))));
        byClient.put(Key.of(branding.clientId()), branding);
    }

    public void delete(Branding branding) {
        release(branding);
        byClient.remove(Key.of(branding.clientId()));
    }

    /// Lets go of all images, since the pool goes.
    public void forget() {
        byClient.ascending().map(Map.Entry::getValue).toList().forEach(this::release);
    }

    private void release(Branding branding) {
        branding.assets()
                .forEach(asset ->
                        asset.blob()
                                .ifPresent(name ->
                                        sandbox.blobs().release(name, owner(branding, asset))));
    }

    private String owner(Branding branding, Asset asset) {
        return "branding %s %s %s".formatted(pool.id(), branding.id(), asset.place());
    }

    /// Writes an image.
    ///
    /// @return its name
    public String keep(byte[] image) {
        return sandbox.blobs().put(image);
    }

    /// The bytes of an image; empty if it has none.
    public byte[] image(Asset asset) {
        return asset.blob().flatMap(sandbox.blobs()::read).orElseGet(() -> new byte[0]);
    }

    /// The images of a style when others are given: those take the places of others of the same
    /// category, mode and id, and all others stay, so that a style may be longer than a request.
    ///
    /// @throws groundschool.emulator.AwsException if there are too many
    public static List<Asset> merged(List<Asset> known, List<Asset> given) {
        var all = new LinkedHashMap<String, Asset>();
        known.forEach(asset -> all.put(asset.place(), asset));
        given.forEach(asset -> all.put(asset.place(), asset));
        if (all.size() > MOST_ASSETS) {
            throw CognitoErrors.invalid("A style can have at most 40 assets.");
        }
        return List.copyOf(all.values());
    }
}
