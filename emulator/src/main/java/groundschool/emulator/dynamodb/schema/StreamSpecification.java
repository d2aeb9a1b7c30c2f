package groundschool.emulator.dynamodb.schema;

import groundschool.emulator.dynamodb.stream.StreamViewType;
import java.util.Optional;

/// Whether a table has a stream of its changes, and what its records show.
///
/// Source:
/// [StreamSpecification](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html)
public record StreamSpecification(boolean streamEnabled, Optional<StreamViewType> streamViewType) {}
