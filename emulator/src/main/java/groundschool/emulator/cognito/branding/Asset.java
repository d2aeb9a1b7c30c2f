package groundschool.emulator.cognito.branding;

import java.util.Locale;
import java.util.Optional;

/// An image of a style.
///
/// @param category what it is for, such as `FORM_LOGO`
/// @param colorMode `LIGHT`, `DARK`, or `DYNAMIC` for both
/// @param extension such as `SVG`
/// @param blob the name of the file that holds the image; absent if it has none
/// @param resourceId tells images of one category from each other: of an identity provider's button
///   its name
public record Asset(
        String category,
        String colorMode,
        String extension,
        Optional<String> blob,
        Optional<String> resourceId) {

    /// What a style has one image for at most.
    String place() {
        return "%s %s %s".formatted(category, colorMode, resourceId.orElse(""));
    }

    /// What browsers call its type.
    public String mediaType() {
        return switch (extension) {
            case "SVG" -> "image/svg+xml";
            case "ICO" -> "image/x-icon";
            default -> "image/" + extension.toLowerCase(Locale.ROOT);
        };
    }
}
