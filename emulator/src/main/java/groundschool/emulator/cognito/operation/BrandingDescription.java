package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.branding.BrandSettings;
import groundschool.emulator.cognito.branding.Branding;
import groundschool.emulator.cognito.branding.Brandings;
import groundschool.emulator.cognito.branding.ProvidedImages;
import groundschool.emulator.cognito.pool.Pool;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A style, as answers show it. Settings are left out where there are none, images never are.
///
/// Source: what AWS was [observed](https://github.com/floci-io/floci/pull/2869) to answer
record BrandingDescription(
        String managedLoginBrandingId,
        String userPoolId,
        boolean useCognitoProvidedValues,
        Optional<JsonNode> settings,
        List<BrandAsset> assets,
        Instant creationDate,
        Instant lastModifiedDate) {

    /// What an owner set.
    static BrandingDescription of(Branding branding, Pool pool, Brandings brandings) {
        return of(
                branding,
                pool,
                branding.settings().map(JsonMapper.shared()::readTree),
                branding.assets().stream().map(asset -> BrandAsset.of(asset, brandings)).toList());
    }

    /// @param merged whether with what Cognito provides besides
    static BrandingDescription of(
            Branding branding, Pool pool, Brandings brandings, Optional<Boolean> merged) {
        var plain = of(branding, pool, brandings);
        return merged.orElse(false)
                ? of(
                        branding,
                        pool,
                        Optional.of(BrandSettings.merged(branding.settings()).document()),
                        Stream.concat(
                                        plain.assets().stream(),
                                        ProvidedImages.besides(branding.assets()).stream()
                                                .map(BrandAsset::provided))
                                .toList())
                : plain;
    }

    private static BrandingDescription of(
            Branding branding, Pool pool, Optional<JsonNode> settings, List<BrandAsset> assets) {
        return new BrandingDescription(
                branding.id(),
                pool.id(),
                branding.isProvided(),
                settings,
                assets,
                branding.createdAt(),
                branding.modifiedAt());
    }
}
