package groundschool.emulator.dynamodb.schema;

import java.util.List;

/// A second way into a table's items, by other attributes than its primary key.
public sealed interface SecondaryIndex permits GlobalSecondaryIndex, LocalSecondaryIndex {

    String indexName();

    List<KeySchemaElement> keySchema();

    Projection projection();
}
