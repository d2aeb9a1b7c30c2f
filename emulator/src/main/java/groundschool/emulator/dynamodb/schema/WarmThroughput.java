package groundschool.emulator.dynamodb.schema;

import java.util.OptionalLong;

/// What a table or an index can take at once, as a request asks for it.
///
/// Source:
/// [WarmThroughput](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_WarmThroughput.html)
public record WarmThroughput(OptionalLong readUnitsPerSecond, OptionalLong writeUnitsPerSecond) {}
