package groundschool.content.markdown;

import com.vladsch.flexmark.util.ast.Node;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Where links lead.
final class Links {

    private static final Pattern SCHEME = Pattern.compile("([^/?#:]*):.*", Pattern.DOTALL);
    private static final Set<String> SCHEMES = Set.of("https", "http", "mailto");

    private final Rendering rendering;

    Links(Rendering rendering) {
        this.rendering = rendering;
    }

    /// The address for the page; `#` if it is refused.
    String resolved(Node node, String url) {
        var scheme = SCHEME.matcher(url);
        if (scheme.matches()) {
            return external(node, url, scheme.group(1).toLowerCase(Locale.ROOT));
        }
        if (url.startsWith("#")) {
            return internal(node, rendering.report.file(), "", url.substring(1));
        }
        if (url.startsWith("/") || url.startsWith("\\")) {
            rendering.problem(
                    node,
                    "link to `%s`: write the path of the author's file, such as ../05-dynamodb/01-tables.md"
                            .formatted(url));
            return "#";
        }
        var hash = url.indexOf('#');
        var path = hash < 0 ? url : url.substring(0, hash);
        var anchor = hash < 0 ? "" : url.substring(hash + 1);
        try {
            var target = rendering.report.file().resolveSibling(path).normalize();
            var address = rendering.surroundings.pages().get(target);
            if (address != null) {
                return internal(node, target, address, anchor);
            }
        } catch (InvalidPathException e) {
            // no such page either
        }
        rendering.problem(node, "the link leads nowhere: there is no lesson `%s`".formatted(path));
        return "#";
    }

    private String external(Node node, String url, String scheme) {
        if (SCHEMES.contains(scheme)) {
            return url;
        }
        rendering.problem(
                node, "links with `%s:` are refused: use https".formatted(scheme.strip()));
        return "#";
    }

    private String internal(Node node, java.nio.file.Path target, String address, String anchor) {
        rendering.links.add(new Surroundings.Link(target, anchor, rendering.line(node)));
        return anchor.isEmpty() && !address.isEmpty() ? address : address + "#" + anchor;
    }
}
