package groundschool.emulator.apigateway.documentation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was published of an API's documentation at some time, under a name.
///
/// Source:
/// [DocumentationVersion](https://docs.aws.amazon.com/apigateway/latest/api/API_DocumentationVersion.html)
public record DocumentationVersion(
        String version, Instant createdDate, Optional<String> description) {

    /// A version with the parts that there were.
    record Kept(DocumentationVersion version, List<DocumentationPart> parts) {}
}
