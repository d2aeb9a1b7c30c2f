package groundschool.emulator.cognito.login;

import java.util.Optional;

/// What stands around the form of managed login: header, footer, logos, and a picture of what is
/// asked for.
record BrandFrame(Brand brand) {

    /// What a browser's tab shows.
    String icons() {
        var types = brand.settings().at("components/favicon/enabledTypes").toString();
        var all = new StringBuilder();
        for (var type : new String[] {"ICO", "SVG"}) {
            if (types.contains('"' + type + '"')) {
                all.append(icon("FAVICON_" + type));
            }
        }
        return all.isEmpty() ? Dress.NO_ICON : all.toString();
    }

    private String icon(String category) {
        return switch (brand.scheme()) {
            case "DYNAMIC" ->
                    brand.image(category, "LIGHT").equals(brand.image(category, "DARK"))
                            ? icon(category, "LIGHT", "")
                            : icon(category, "LIGHT", " media=\"(prefers-color-scheme: light)\"")
                                    + icon(
                                            category,
                                            "DARK",
                                            " media=\"(prefers-color-scheme: dark)\"");
            case "DARK" -> icon(category, "DARK", "");
            default -> icon(category, "LIGHT", "");
        };
    }

    private String icon(String category, String mode, String when) {
        return brand.image(category, mode)
                .map(address ->
                        "<link rel=\"icon\" href=\"%s\"%s>\n".formatted(Html.escape(address), when))
                .orElse("");
    }

    /// Before the page's main part.
    String head() {
        return part("header", "Header", "HEADER");
    }

    /// After it.
    String foot() {
        return part("footer", "Footer", "FOOTER");
    }

    private String part(String element, String name, String category) {
        if (!brand.settings().isOn("categories/global/page%s/enabled".formatted(name))) {
            return "";
        }
        var logo =
                brand.settings().isOn("components/page%s/logo/enabled".formatted(name))
                        ? picture("PAGE_%s_LOGO".formatted(category))
                        : Optional.<String>empty();
        return "<%1$s class=\"page-%1$s\">%2$s</%1$s>\n".formatted(element, logo.orElse(""));
    }

    /// Where the form begins.
    String top(LoginPage page) {
        return logo("OUT", "TOP") + "<div class=\"card\">\n" + logo("IN", "TOP") + graphic(page);
    }

    /// Where it ends.
    String bottom() {
        return logo("IN", "BOTTOM") + "</div>\n" + logo("OUT", "BOTTOM");
    }

    private String logo(String inclusion, String position) {
        var settings = brand.settings();
        return settings.isOn("components/form/logo/enabled")
                        && settings.choice("components/form/logo/formInclusion").equals(inclusion)
                        && settings.choice("components/form/logo/position").equals(position)
                ? picture("FORM_LOGO")
                        .map("<div class=\"brand-logo\">%s</div>\n"::formatted)
                        .orElse("")
                : "";
    }

    private String graphic(LoginPage page) {
        return page.graphic()
                .filter(_ -> brand.settings().isOn("categories/form/displayGraphics"))
                .flatMap(this::picture)
                .map("<div class=\"graphic\">%s</div>\n"::formatted)
                .orElse("");
    }

    /// An image in the mode that the browser shows; nothing if there is none.
    private Optional<String> picture(String category) {
        var light = brand.image(category, "LIGHT");
        var dark = brand.image(category, "DARK");
        return switch (brand.scheme()) {
            case "DARK" -> dark.map(BrandFrame::img);
            case "DYNAMIC" ->
                    dark.isEmpty() || dark.equals(light)
                            ? light.map(BrandFrame::img)
                            : Optional.of(
                                    "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"%s\">%s</picture>"
                                            .formatted(
                                                    Html.escape(dark.get()),
                                                    img(light.orElse(dark.get()))));
            default -> light.map(BrandFrame::img);
        };
    }

    private static String img(String address) {
        return "<img src=\"%s\" alt=\"\">".formatted(Html.escape(address));
    }
}
