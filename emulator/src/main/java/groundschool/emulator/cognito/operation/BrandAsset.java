package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.branding.Asset;
import groundschool.emulator.cognito.branding.Brandings;
import groundschool.emulator.cognito.branding.ProvidedImages;
import java.util.Optional;

/// An image of a style, as requests bring and answers show it.
record BrandAsset(
        String category,
        String colorMode,
        String extension,
        Optional<byte[]> bytes,
        Optional<String> resourceId) {

    static BrandAsset of(Asset asset, Brandings brandings) {
        return new BrandAsset(
                asset.category(),
                asset.colorMode(),
                asset.extension(),
                asset.blob().map(_ -> brandings.image(asset)),
                asset.resourceId());
    }

    static BrandAsset provided(Asset asset) {
        return new BrandAsset(
                asset.category(),
                asset.colorMode(),
                asset.extension(),
                Optional.of(ProvidedImages.background(asset.colorMode())),
                Optional.empty());
    }

    Asset kept(Brandings brandings) {
        return new Asset(category, colorMode, extension, bytes.map(brandings::keep), resourceId);
    }
}
