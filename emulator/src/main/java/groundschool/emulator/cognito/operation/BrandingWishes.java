package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.branding.Asset;
import groundschool.emulator.cognito.branding.BrandSettings;
import groundschool.emulator.cognito.branding.Brandings;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What an owner wants of a style.
///
/// @param isProvided whether what Cognito provides; else there are settings
record BrandingWishes(boolean isProvided, Optional<JsonNode> settings, List<BrandAsset> assets) {

    /// A request says where settings come from: either from Cognito or from itself.
    ///
    /// Source: AWS's answers to all other combinations, [as
    /// observed](https://github.com/floci-io/floci/pull/2869)
    ///
    /// @throws groundschool.emulator.AwsException if it says both or neither, or what cannot be set
    static BrandingWishes of(
            Optional<Boolean> provided,
            Optional<JsonNode> document,
            Optional<List<BrandAsset>> assets) {
        // What is left out of JSON is a node, too.
        var settings = document.filter(node -> !node.isNull() && !node.isMissingNode());
        if (provided.orElse(false) == settings.isPresent()) {
            throw CognitoErrors.invalid(
                    "useCognitoProvidedValues or settings should be specified (but not both)");
        }
        settings.ifPresent(BrandSettings::checked);
        return new BrandingWishes(provided.orElse(false), settings, assets.orElse(List.of()));
    }

    /// The images that are there once those of this are kept, too.
    List<Asset> kept(List<Asset> known, Brandings brandings) {
        return Brandings.merged(
                known, assets.stream().map(asset -> asset.kept(brandings)).toList());
    }
}
