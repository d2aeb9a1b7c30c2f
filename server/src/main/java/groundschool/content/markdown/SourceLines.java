package groundschool.content.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import groundschool.content.Source;
import java.util.ArrayList;
import java.util.List;

/// Blocks, with the sources taken out: a paragraph that begins with `Source:`, or one `Sources:`
/// with a list below it.
public record SourceLines(List<Node> rest, List<Source> sources) {

    /// Takes the sources out of these blocks.
    public static SourceLines in(Page page, List<Node> blocks) {
        var rest = new ArrayList<Node>();
        var sources = new ArrayList<Source>();
        var expectsList = false;
        for (var block : blocks) {
            if (block instanceof Paragraph && startsWithSource(block)) {
                sources.addAll(linksIn(List.of(block)));
                expectsList = block.getChars().toString().strip().endsWith(":");
            } else if (expectsList && block instanceof BulletList) {
                sources.addAll(linksIn(List.of(block)));
                expectsList = false;
            } else {
                rest.add(block);
                expectsList = false;
            }
        }
        page.check(blocks.stream().filter(block -> !rest.contains(block)).toList());
        return new SourceLines(List.copyOf(rest), List.copyOf(sources));
    }

    private static boolean startsWithSource(Node block) {
        var text = block.getChars().toString();
        return text.startsWith("Source:") || text.startsWith("Sources:");
    }

    /// All addresses on the web that these nodes link to.
    public static List<Source> linksIn(List<? extends Node> nodes) {
        var sources = new ArrayList<Source>();
        for (var node : nodes) {
            for (var inside : node.getDescendants()) {
                switch (inside) {
                    case Link link -> add(sources, PlainText.of(link), link.getUrl().unescape());
                    case AutoLink link ->
                            add(sources, link.getText().toString(), link.getUrl().unescape());
                    default -> {}
                }
            }
        }
        return sources;
    }

    private static void add(List<Source> sources, String title, String url) {
        if (url.startsWith("https://") || url.startsWith("http://")) {
            sources.add(new Source(title.strip(), url));
        }
    }
}
