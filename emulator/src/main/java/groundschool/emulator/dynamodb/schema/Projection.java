package groundschool.emulator.dynamodb.schema;

import java.util.List;
import java.util.Optional;

/// Which attributes are copied into an index, beside the keys.
///
/// Source:
/// [Projection](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html)
///
/// @param nonKeyAttributes present with `INCLUDE` only
public record Projection(
        Optional<ProjectionType> projectionType, Optional<List<String>> nonKeyAttributes) {

    public Projection {
        nonKeyAttributes = nonKeyAttributes.map(List::copyOf);
    }
}
