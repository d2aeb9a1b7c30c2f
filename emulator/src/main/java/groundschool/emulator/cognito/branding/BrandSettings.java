package groundschool.emulator.cognito.branding;

import groundschool.emulator.cognito.CognitoErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The settings document of a style.
///
/// Source: the example of
/// [CreateManagedLoginBranding](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateManagedLoginBranding.html),
/// which has every setting with what Cognito provides
///
/// @param document an object
public record BrandSettings(JsonNode document) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern COLOR = Pattern.compile("[0-9a-fA-F]{8}");
    private static final int MOST_LETTERS = 200_000;
    private static final double WIDEST_PIXELS = 100;

    private static final JsonNode PROVIDED = provided();

    /// What Cognito provides.
    public static BrandSettings usual() {
        return new BrandSettings(PROVIDED);
    }

    /// What Cognito provides, but for what somebody set.
    public static BrandSettings merged(Optional<String> set) {
        return set.map(text -> usual().with(JSON.readTree(text))).orElseGet(BrandSettings::usual);
    }

    private static JsonNode provided() {
        try (var in =
                BrandSettings.class.getResourceAsStream(
                        "/groundschool/emulator/cognito-idp/branding.json")) {
            if (in == null) {
                throw new IllegalStateException("no settings to begin with");
            }
            return JSON.readTree(in.readAllBytes());
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    /// The same with other values where there are others.
    BrandSettings with(JsonNode others) {
        var all = document.deepCopy();
        if (all instanceof ObjectNode object) {
            merge(object, others);
        }
        return new BrandSettings(all);
    }

    private static void merge(ObjectNode all, JsonNode others) {
        others.forEachEntry((name, value) -> {
            if (value.isObject() && all.get(name) instanceof ObjectNode known) {
                merge(known, value);
            } else {
                all.set(name, value.deepCopy());
            }
        });
    }

    /// What was set, with what somebody sets now in its place, as JSON.
    public static String changed(Optional<String> before, JsonNode now) {
        return before.map(text -> new BrandSettings(JSON.readTree(text)).with(now).document())
                .orElse(now)
                .toString();
    }

    /// What somebody wants to set. Settings that managed login does not have are kept, and change
    /// nothing.
    ///
    /// @throws groundschool.emulator.AwsException if a value is none that its setting can have
    public static BrandSettings checked(JsonNode document) {
        if (document.toString().length() > MOST_LETTERS) {
            throw CognitoErrors.invalid("The settings of managed login branding are too long.");
        }
        check("settings", document);
        return new BrandSettings(document);
    }

    private static void check(String path, JsonNode object) {
        object.forEachEntry((name, value) -> {
            var here = path + "." + name;
            switch (name) {
                case "enabled", "displayGraphics" ->
                        require(value.isBoolean(), here, "true or false");
                case "borderRadius" ->
                        require(
                                value.isNumber()
                                        && value.asDouble() >= 0
                                        && value.asDouble() <= WIDEST_PIXELS,
                                here,
                                "a number of pixels, from 0 to 100");
                case "colorSchemeMode" ->
                        require(
                                value.isString() && value.asString().matches("LIGHT|DARK|DYNAMIC"),
                                here,
                                "LIGHT, DARK or DYNAMIC");
                default -> checkOther(here, name, value);
            }
        });
    }

    private static void checkOther(String here, String name, JsonNode value) {
        if (value.isObject()) {
            check(here, value);
        } else if (name.equals("color") || name.endsWith("Color")) {
            require(
                    value.isString() && COLOR.matcher(value.asString()).matches(),
                    here,
                    "a color of eight hexadecimal digits, such as 0972d3ff");
        }
    }

    private static void require(boolean isFine, String here, String what) {
        if (!isFine) {
            throw CognitoErrors.invalid("Invalid %s: it must be %s.".formatted(here, what));
        }
    }

    /// One setting.
    ///
    /// @param path such as `categories/form/displayGraphics`
    public JsonNode at(String path) {
        return document.at("/" + path);
    }

    public boolean isOn(String path) {
        return at(path).asBoolean(false);
    }

    /// A choice, such as `CENTER`; empty if it is none.
    public String choice(String path) {
        return at(path).asString("");
    }

    /// A color as CSS writes it.
    ///
    /// @param path with `@` for the mode
    /// @param mode `lightMode` or `darkMode`
    public String color(String path, String mode) {
        var value = at(path.replace("@", mode)).asString("");
        return COLOR.matcher(value).matches() ? "#" + value : "transparent";
    }

    /// A length in pixels.
    public double pixels(String path) {
        return Math.clamp(at(path).asDouble(0), 0, WIDEST_PIXELS);
    }
}
