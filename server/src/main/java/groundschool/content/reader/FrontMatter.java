package groundschool.content.reader;

import groundschool.content.markdown.Page;
import groundschool.content.yaml.Fields;
import java.util.Optional;

/// Asks for a page's front matter, which every file but decks and questions begins with.
final class FrontMatter {

    private FrontMatter() {}

    /// The keys; absent, and reported, if there are none.
    static Optional<Fields> of(Page page) {
        if (page.frontMatter().isEmpty() && page.report().problems().isEmpty()) {
            page.report()
                    .problem(
                            1,
                            "the file must begin with `---`, keys such as `id:` and `title:`, and `---`");
        }
        return page.frontMatter();
    }
}
