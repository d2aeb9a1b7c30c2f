package groundschool.emulator.s3.operation;

import groundschool.emulator.s3.object.Listing;
import java.util.List;

/// What keys have in common up to a delimiter.
public record CommonPrefix(String prefix) {

    static List<CommonPrefix> all(List<String> prefixes, Listing.Encoding encoding) {
        return prefixes.stream().map(encoding::of).map(CommonPrefix::new).toList();
    }
}
