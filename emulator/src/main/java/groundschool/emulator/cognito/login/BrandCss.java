package groundschool.emulator.cognito.login;

import groundschool.emulator.cognito.branding.BrandSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The style sheet that a style's settings make of managed login: colors as variables, by day and
/// by night as the color scheme asks for, and rules that use them.
final class BrandCss {

    /// Where each color is set; `@` stands for the mode.
    private static final List<Map.Entry<String, String>> COLORS =
            List.of(
                    Map.entry("ground", "components/pageBackground/@/color"),
                    Map.entry("card", "components/form/@/backgroundColor"),
                    Map.entry("card-line", "components/form/@/borderColor"),
                    Map.entry("surface", "componentClasses/input/@/defaults/backgroundColor"),
                    Map.entry("line", "componentClasses/input/@/defaults/borderColor"),
                    Map.entry("placeholder", "componentClasses/input/@/placeholderColor"),
                    Map.entry("label", "componentClasses/inputLabel/@/textColor"),
                    Map.entry("hint", "componentClasses/inputDescription/@/textColor"),
                    Map.entry("ink", "components/pageText/@/bodyColor"),
                    Map.entry("ink-2", "components/pageText/@/descriptionColor"),
                    Map.entry("heading", "components/pageText/@/headingColor"),
                    Map.entry("accent", "components/primaryButton/@/defaults/backgroundColor"),
                    Map.entry("on-accent", "components/primaryButton/@/defaults/textColor"),
                    Map.entry("accent-hover", "components/primaryButton/@/hover/backgroundColor"),
                    Map.entry("on-accent-hover", "components/primaryButton/@/hover/textColor"),
                    Map.entry("accent-active", "components/primaryButton/@/active/backgroundColor"),
                    Map.entry("on-accent-active", "components/primaryButton/@/active/textColor"),
                    Map.entry("second", "components/secondaryButton/@/defaults/backgroundColor"),
                    Map.entry("second-line", "components/secondaryButton/@/defaults/borderColor"),
                    Map.entry("on-second", "components/secondaryButton/@/defaults/textColor"),
                    Map.entry("second-hover", "components/secondaryButton/@/hover/backgroundColor"),
                    Map.entry(
                            "second-hover-line", "components/secondaryButton/@/hover/borderColor"),
                    Map.entry("on-second-hover", "components/secondaryButton/@/hover/textColor"),
                    Map.entry(
                            "second-active", "components/secondaryButton/@/active/backgroundColor"),
                    Map.entry(
                            "second-active-line",
                            "components/secondaryButton/@/active/borderColor"),
                    Map.entry("on-second-active", "components/secondaryButton/@/active/textColor"),
                    Map.entry("idp", "components/idpButton/standard/@/defaults/backgroundColor"),
                    Map.entry("idp-line", "components/idpButton/standard/@/defaults/borderColor"),
                    Map.entry("on-idp", "components/idpButton/standard/@/defaults/textColor"),
                    Map.entry("idp-hover", "components/idpButton/standard/@/hover/backgroundColor"),
                    Map.entry(
                            "idp-hover-line", "components/idpButton/standard/@/hover/borderColor"),
                    Map.entry("on-idp-hover", "components/idpButton/standard/@/hover/textColor"),
                    Map.entry(
                            "idp-active", "components/idpButton/standard/@/active/backgroundColor"),
                    Map.entry(
                            "idp-active-line",
                            "components/idpButton/standard/@/active/borderColor"),
                    Map.entry("on-idp-active", "components/idpButton/standard/@/active/textColor"),
                    Map.entry("link", "componentClasses/link/@/defaults/textColor"),
                    Map.entry("link-hover", "componentClasses/link/@/hover/textColor"),
                    Map.entry("focus", "componentClasses/focusState/@/borderColor"),
                    Map.entry("divider", "componentClasses/divider/@/borderColor"),
                    Map.entry(
                            "option", "componentClasses/optionControls/@/selected/backgroundColor"),
                    Map.entry("fail", "componentClasses/statusIndicator/@/error/indicatorColor"),
                    Map.entry("fail-ground", "components/alert/@/error/backgroundColor"),
                    Map.entry("fail-line", "components/alert/@/error/borderColor"),
                    Map.entry("header", "components/pageHeader/@/background/color"),
                    Map.entry("header-line", "components/pageHeader/@/borderColor"),
                    Map.entry("footer", "components/pageFooter/@/background/color"),
                    Map.entry("footer-line", "components/pageFooter/@/borderColor"));

    private static final String RULES =
            """
            body { min-height: 100vh; display: flex; flex-direction: column; background: var(--ground) var(--page-image) center / cover no-repeat fixed; }
            main { flex: 1; width: 100%; max-width: none; margin: 0; display: grid; justify-items: var(--across); align-content: var(--down); gap: 16px; padding: var(--space-page) 16px; }
            .card { width: 100%; max-width: 432px; padding: var(--space-card); background: var(--card) var(--form-image) center / cover no-repeat; border: 1px solid var(--card-line); border-radius: var(--round-form); }
            h1 { color: var(--heading); }
            label { color: var(--label); }
            fieldset label { color: var(--ink); }
            legend { color: var(--heading); }
            .textDescription-customizable { color: var(--ink-2); }
            .field { margin-bottom: var(--space-field); }
            input:not([type=hidden]) { border-radius: var(--round-input); }
            input::placeholder { color: var(--placeholder); opacity: 1; }
            input[type=checkbox], input[type=radio] { accent-color: var(--option); }
            button { border-radius: var(--round-button); }
            button:hover { background: var(--accent-hover); color: var(--on-accent-hover); }
            button:active { background: var(--accent-active); color: var(--on-accent-active); }
            nav form button { border: 1px solid var(--second-line); background: var(--second); color: var(--on-second); }
            nav form button:hover { border-color: var(--second-hover-line); background: var(--second-hover); color: var(--on-second-hover); }
            nav form button:active { border-color: var(--second-active-line); background: var(--second-active); color: var(--on-second-active); }
            a { color: var(--link); }
            a:hover { color: var(--link-hover); }
            nav a.provider { border-color: var(--idp-line); border-radius: var(--round-button); background: var(--idp); color: var(--on-idp); }
            nav a.provider:hover { border-color: var(--idp-hover-line); background: var(--idp-hover); color: var(--on-idp-hover); }
            nav a.provider:active { border-color: var(--idp-active-line); background: var(--idp-active); color: var(--on-idp-active); }
            a.provider img { height: 20px; max-width: 40px; margin-right: 8px; vertical-align: -4px; }
            nav.providers ul { margin: 0; }
            .divider { display: flex; align-items: center; gap: 12px; margin: 16px 0; color: var(--hint); font-size: 13px; line-height: 18px; }
            .divider::before, .divider::after { content: ""; flex: 1; border-top: 1px solid var(--divider); }
            :focus-visible { outline-color: var(--focus); }
            .error { padding: 12px; border: 1px solid var(--fail-line); border-radius: var(--round-alert); background: var(--fail-ground); }
            .brand-logo { width: 100%; max-width: 432px; line-height: 0; text-align: var(--logo-at); }
            .brand-logo img { max-width: 60%; max-height: 96px; }
            .card > .brand-logo:first-child { margin-bottom: 16px; }
            .card > .brand-logo:last-child { margin-top: 24px; }
            .graphic { margin: 0 0 16px; line-height: 0; text-align: center; }
            .graphic img { max-width: 100%; max-height: 120px; }
            .page-header, .page-footer { min-height: 64px; padding: 12px 16px; line-height: 0; }
            .page-header { background: var(--header) var(--header-image) center / cover no-repeat; border-bottom: 1px solid var(--header-line); text-align: var(--header-at); }
            .page-footer { background: var(--footer) var(--footer-image) center / cover no-repeat; border-top: 1px solid var(--footer-line); text-align: var(--footer-at); }
            .page-header img, .page-footer img { max-width: 60%; max-height: 40px; }
            """;

    private BrandCss() {}

    static String of(Brand brand) {
        var light = ":root { color-scheme: light; %s}\n".formatted(mode(brand, "LIGHT"));
        var dark = ":root { color-scheme: dark; %s}\n".formatted(mode(brand, "DARK"));
        var byMode =
                switch (brand.scheme()) {
                    case "DARK" -> dark;
                    case "DYNAMIC" ->
                            light + "@media (prefers-color-scheme: dark) {\n" + dark + "}\n";
                    default -> light;
                };
        return byMode + ":root { %s}\n".formatted(sizes(brand.settings())) + RULES;
    }

    private static String mode(Brand brand, String mode) {
        var all = new StringBuilder();
        var name = mode.toLowerCase(Locale.ROOT) + "Mode";
        for (var color : COLORS) {
            all.append(
                    "--%s: %s; "
                            .formatted(
                                    color.getKey(),
                                    brand.settings().color(color.getValue(), name)));
        }
        all.append(
                image(brand, mode, "page", "components/pageBackground/image", "PAGE_BACKGROUND"));
        all.append(
                image(brand, mode, "form", "components/form/backgroundImage", "FORM_BACKGROUND"));
        all.append(
                image(
                        brand,
                        mode,
                        "header",
                        "components/pageHeader/backgroundImage",
                        "PAGE_HEADER_BACKGROUND"));
        all.append(
                image(
                        brand,
                        mode,
                        "footer",
                        "components/pageFooter/backgroundImage",
                        "PAGE_FOOTER_BACKGROUND"));
        return all.toString();
    }

    private static String image(
            Brand brand, String mode, String name, String setting, String category) {
        var address =
                brand.settings().isOn(setting + "/enabled")
                        ? brand.image(category, mode)
                        : Optional.<String>empty();
        return "--%s-image: %s; "
                .formatted(name, address.map("url(\"%s\")"::formatted).orElse("none"));
    }

    private static String sizes(BrandSettings settings) {
        var isCompact = settings.choice("categories/global/spacingDensity").equals("COMPACT");
        return String.join(
                "; ",
                "--round-button: " + round(settings, "componentClasses/buttons"),
                "--round-input: " + round(settings, "componentClasses/input"),
                "--round-form: " + round(settings, "components/form"),
                "--round-alert: " + round(settings, "components/alert"),
                "--space-page: " + (isCompact ? "24px" : "48px"),
                "--space-card: " + (isCompact ? "16px" : "32px 24px"),
                "--space-field: " + (isCompact ? "8px" : "16px"),
                "--across: " + side(settings, "categories/form/location/horizontal"),
                "--down: " + side(settings, "categories/form/location/vertical"),
                "--logo-at: " + side(settings, "components/form/logo/location"),
                "--header-at: " + side(settings, "components/pageHeader/logo/location"),
                "--footer-at: " + side(settings, "components/pageFooter/logo/location"),
                "");
    }

    private static String round(BrandSettings settings, String what) {
        return String.format(Locale.ROOT, "%.1fpx", settings.pixels(what + "/borderRadius"));
    }

    private static String side(BrandSettings settings, String path) {
        return switch (settings.choice(path)) {
            case "START", "TOP" -> "start";
            case "END", "BOTTOM" -> "end";
            default -> "center";
        };
    }
}
