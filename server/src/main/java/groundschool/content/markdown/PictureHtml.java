package groundschool.content.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Writes images and drawn diagrams as HTML: one image, or a pair of which the theme shows one.
final class PictureHtml {

    private static final Pattern DIAGRAM =
            Pattern.compile("(?<path>\\S+?)(?:\\.svg)?\\s+\"(?<text>[^\"]+)\"");

    private final Rendering rendering;

    PictureHtml(Rendering rendering) {
        this.rendering = rendering;
    }

    /// Whether a paragraph is one image and nothing else.
    boolean isOnlyPicture(Paragraph paragraph) {
        return paragraph.getFirstChild() instanceof Image image && image.getNext() == null;
    }

    void picture(Node node, String url, String description, StringBuilder html) {
        if (description.isEmpty()) {
            rendering.problem(
                    node,
                    "the image has no description: say between [ and ] what it shows to those who cannot see it");
        }
        var single = asset(url);
        var light = asset(variant(url, "light"));
        var dark = asset(variant(url, "dark"));
        if (light.isPresent() && dark.isPresent()) {
            html.append(image(light.get(), description, " class=\"light\""));
            html.append(image(dark.get(), description, " class=\"dark\""));
        } else if (single.isPresent()) {
            html.append(image(single.get(), description, ""));
        } else if (light.isPresent() || dark.isPresent()) {
            rendering.problem(
                    node,
                    "of the image `%s` only one of %s and %s is there"
                            .formatted(url, variant(url, "light"), variant(url, "dark")));
        } else {
            rendering.problem(
                    node,
                    "there is no image `%s`, and no pair %s and %s"
                            .formatted(url, variant(url, "light"), variant(url, "dark")));
        }
    }

    /// A Mermaid block: shows what was drawn of it.
    void diagram(FencedCodeBlock code, CodeHtml.Info info, StringBuilder html) {
        var parts = DIAGRAM.matcher(info.rest());
        if (!parts.matches()) {
            rendering.problem(
                    code,
                    "a diagram names its drawing and describes it: ```mermaid images/flow \"An order goes from …\"");
            return;
        }
        var url = parts.group("path") + ".svg";
        var hash = Hash.of(code.getContentChars().toString().strip());
        for (var theme : new String[] {"light", "dark"}) {
            var drawing = asset(variant(url, theme));
            if (drawing.isEmpty()) {
                rendering.problem(
                        code,
                        "the diagram has no drawing %s: draw it, with the comment <!-- source: %s --> in it"
                                .formatted(variant(url, theme), hash));
            } else if (!drawing.get().drawnFrom().equals(hash)) {
                rendering.problem(
                        code,
                        "the drawing %s is stale: draw it again, with the comment <!-- source: %s --> in it"
                                .formatted(variant(url, theme), hash));
            }
        }
        if (asset(variant(url, "light")).isPresent() && asset(variant(url, "dark")).isPresent()) {
            html.append("<figure class=\"picture\">");
            picture(code, url, parts.group("text"), html);
            html.append("</figure>\n");
        }
    }

    private static String variant(String url, String theme) {
        var dot = url.lastIndexOf('.');
        return dot < 0
                ? url + "." + theme
                : url.substring(0, dot) + "." + theme + url.substring(dot);
    }

    private Optional<Surroundings.Asset> asset(String url) {
        try {
            Path path = rendering.report.file().resolveSibling(url).normalize();
            return Optional.ofNullable(rendering.surroundings.assets().get(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String image(
            Surroundings.Asset asset, String description, String themeAttribute) {
        var size =
                asset.width() > 0 && asset.height() > 0
                        ? " width=\"%d\" height=\"%d\"".formatted(asset.width(), asset.height())
                        : "";
        return "<img%s src=\"%s\" alt=\"%s\"%s>"
                .formatted(
                        themeAttribute, Escape.html(asset.url()), Escape.html(description), size);
    }
}
