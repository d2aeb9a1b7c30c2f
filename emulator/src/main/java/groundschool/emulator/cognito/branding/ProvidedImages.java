package groundschool.emulator.cognito.branding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The images that pages have where the owner gives none. Unlike on AWS they are of our own
/// drawing, and there are only backgrounds.
public final class ProvidedImages {

    private static final String CATEGORY = "PAGE_BACKGROUND";

    private ProvidedImages() {}

    /// Those that are missing among an owner's.
    public static List<Asset> besides(List<Asset> own) {
        return Stream.of("LIGHT", "DARK")
                .filter(mode ->
                        own.stream()
                                .filter(each -> each.category().equals(CATEGORY))
                                .noneMatch(each ->
                                        each.colorMode().equals(mode)
                                                || each.colorMode().equals("DYNAMIC")))
                .map(mode -> new Asset(CATEGORY, mode, "SVG", Optional.empty(), Optional.empty()))
                .toList();
    }

    /// The bytes of one of them.
    ///
    /// @param mode `LIGHT` or `DARK`
    public static byte[] background(String mode) {
        var name = mode.equals("DARK") ? "background-dark.svg" : "background-light.svg";
        try (var in =
                ProvidedImages.class.getResourceAsStream(
                        "/groundschool/emulator/cognito-idp/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return in.readAllBytes();
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }
}
