package groundschool.emulator.dynamodb.schema;

import java.util.Optional;

/// Whether a table is encrypted with a key of KMS instead of one that DynamoDB owns.
///
/// Source:
/// [SSESpecification](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSESpecification.html)
public record SseSpecification(Optional<Boolean> enabled) {}
