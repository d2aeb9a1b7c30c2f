package groundschool.content.markdown;

import java.nio.file.Path;
import java.util.Map;

/// What a page can point to.
///
/// @param pages the address of each Markdown file that is shown as a page of its own
/// @param assets the images
/// @param lookup what it can refer to by name
public record Surroundings(Map<Path, String> pages, Map<Path, Asset> assets, Lookup lookup) {

    /// Nothing to point to.
    public static final Surroundings NONE = new Surroundings(Map.of(), Map.of(), Lookup.NONE);

    public Surroundings {
        pages = Map.copyOf(pages);
        assets = Map.copyOf(assets);
    }

    /// The same with this to refer to.
    public Surroundings with(Lookup other) {
        return new Surroundings(pages, assets, other);
    }

    /// An image.
    ///
    /// @param url where the site serves it
    /// @param width in pixels, 0 if unknown
    /// @param height in pixels, 0 if unknown
    /// @param drawnFrom the hash of the diagram that it was drawn from; empty if it was drawn by
    ///   hand
    public record Asset(String url, int width, int height, String drawnFrom) {}

    /// A link from a page to another of the author's pages, to be checked once all are read.
    ///
    /// @param anchor empty if the link names none
    public record Link(Path target, String anchor, int line) {}
}
