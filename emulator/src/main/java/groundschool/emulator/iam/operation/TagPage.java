package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.identity.Tag;
import java.util.List;
import java.util.Optional;

/// A part of the tags of something, as the operations that list them answer.
public record TagPage(List<Tag> tags, boolean isTruncated, Optional<String> marker) {

    static TagPage of(Paging paging, List<Tag> tags) {
        var page = paging.of(tags, Tag::key);
        return new TagPage(page.items(), page.isTruncated(), page.marker());
    }
}
