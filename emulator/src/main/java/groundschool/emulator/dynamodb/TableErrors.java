package groundschool.emulator.dynamodb;

import groundschool.emulator.AwsException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The errors about tables and indexes themselves, in the service's words.
public final class TableErrors {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new AttributeValueModule()).build();

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy h:mm:ss a 'UTC'", Locale.US)
                    .withZone(ZoneOffset.UTC);

    private TableErrors() {}

    /// Unlike AWS, which has it.
    public static AwsException notSupportedYet(String parameter) {
        return DynamoDbErrors.validation(parameter + " is not supported by this emulator yet");
    }

    /// An operation on items names a table that is not there, or not active.
    public static AwsException notFound() {
        return new AwsException(400, "ResourceNotFoundException", "Requested resource not found");
    }

    /// An operation on tables names one that is not there.
    public static AwsException tableNotFound(String name) {
        return new AwsException(
                400,
                "ResourceNotFoundException",
                "Requested resource not found: Table: " + name + " not found");
    }

    /// The name is taken.
    public static AwsException tableExists(String name) {
        return inUse("Table already exists: " + name);
    }

    /// The table is not ready to be changed.
    public static AwsException beingCreated(String name) {
        return inUse(
                "Attempt to change a resource which is still in use: Table is being created: "
                        + name);
    }

    /// The table is on its way out already.
    public static AwsException beingDeleted(String name) {
        return inUse(
                "Attempt to change a resource which is still in use: Table is being deleted: "
                        + name);
    }

    /// Somebody has seen to it that the table stays.
    public static AwsException deletionProtected() {
        return DynamoDbErrors.validation(
                "Resource cannot be deleted as it is currently protected against deletion."
                        + " Disable deletion protection first.");
    }

    static AwsException indexNotFound(String index) {
        return DynamoDbErrors.validation("The table does not have the specified index: " + index);
    }

    public static AwsException consistentReadOfGlobalIndex() {
        return DynamoDbErrors.validation(
                "Consistent reads are not supported on global secondary indexes");
    }

    public static AwsException allAttributesOfGlobalIndex(String index) {
        return DynamoDbErrors.invalidParameters(
                "Select type ALL_ATTRIBUTES is not supported for global secondary index "
                        + index
                        + " because its projection type is not ALL");
    }

    /// @param attributes that the index lacks
    public static AwsException notProjected(String index, List<String> attributes) {
        return DynamoDbErrors.invalidParameters(
                "Global secondary index " + index + " does not project " + attributes);
    }

    /// A batch that names no table.
    ///
    /// @param operation the batch's
    public static AwsException nothingRequested(String operation) {
        return DynamoDbErrors.validation("The requestItems parameter is required for " + operation);
    }

    /// A batch names an item twice.
    public static AwsException duplicateKeys() {
        return DynamoDbErrors.validation("Provided list of item keys contains duplicates");
    }

    /// @param operation the batch's
    public static AwsException tooManyItems(String operation) {
        return DynamoDbErrors.validation("Too many items requested for the " + operation + " call");
    }

    /// The condition of a write does not hold.
    ///
    /// @param item what is there, if the request wants it told
    public static AwsException conditionalCheckFailed(Optional<Item> item) {
        return new AwsException(
                400,
                "ConditionalCheckFailedException",
                "The conditional request failed",
                item.<Map<String, Object>>map(found -> Map.of("Item", JSON.valueToTree(found)))
                        .orElse(Map.of()));
    }

    /// An INSERT of PartiQL finds an item with its key.
    public static AwsException duplicateItem() {
        return new AwsException(
                400, "DuplicateItemException", "Duplicate primary key exists in table");
    }

    /// A key that is not of the table's attributes and types.
    public static AwsException keyMismatch() {
        return DynamoDbErrors.validation("The provided key element does not match the schema");
    }

    static AwsException keyMissing(String name) {
        return DynamoDbErrors.invalidParameters("Missing the key " + name + " in the item");
    }

    static AwsException keyTypeMismatch(KeyAttribute key, AttributeType actual) {
        return DynamoDbErrors.invalidParameters(
                "Type mismatch for key %s expected: %s actual: %s"
                        .formatted(key.name(), key.type(), actual));
    }

    static AwsException indexKeyTypeMismatch(KeyAttribute key, AttributeType actual, String index) {
        return DynamoDbErrors.invalidParameters(
                "Type mismatch for Index Key %s Expected: %s Actual: %s IndexName: %s"
                        .formatted(key.name(), key.type(), actual, index));
    }

    public static AwsException emptyKeyValue(KeyAttribute key) {
        return DynamoDbErrors.validation(
                "One or more parameter values are not valid. The AttributeValue for a key attribute"
                        + " cannot contain an empty %s value. Key: %s"
                                .formatted(kind(key), key.name()));
    }

    static AwsException emptyIndexKey(KeyAttribute key, String index) {
        return DynamoDbErrors.validation(
                "One or more parameter values are not valid. A value specified for a secondary index"
                        + " key is not supported. The AttributeValue for a key attribute cannot"
                        + " contain an empty %s value. IndexName: %s, IndexKey: %s"
                                .formatted(kind(key), index, key.name()));
    }

    static AwsException emptyUpdatedIndexKey(KeyAttribute key) {
        return DynamoDbErrors.validation(
                "One or more parameter values are not valid. The update expression attempted to"
                        + " update a secondary index key to a value that is not supported. The"
                        + " AttributeValue for a key attribute cannot contain an empty %s value."
                                .formatted(kind(key)));
    }

    private static String kind(KeyAttribute key) {
        return key.type() == AttributeType.B ? "binary" : "string";
    }

    /// The missing space is the service's own.
    static AwsException partitionKeyTooLong(int limit) {
        return DynamoDbErrors.invalidParameters(
                "Size of hashkey has exceeded the maximum size limit of" + limit + " bytes");
    }

    static AwsException sortKeyTooLong(int limit) {
        return DynamoDbErrors.invalidParameters(
                "Aggregated size of all range keys has exceeded the size limit of "
                        + limit
                        + " bytes");
    }

    /// The table is being changed already.
    public static AwsException beingUpdated(String name) {
        return inUse(
                "Attempt to change a resource which is still in use: Table is being updated: "
                        + name);
    }

    /// Indexes are created and deleted one at a time.
    public static AwsException severalIndexChanges() {
        return limitExceeded(
                "Subscriber limit exceeded: Only 1 online index can be created or deleted"
                        + " simultaneously per table");
    }

    public static AwsException tooManyIndexes(int limit) {
        return limitExceeded(
                "Subscriber limit exceeded: GlobalSecondaryIndex count exceeds the per-table limit"
                        + " of "
                        + limit);
    }

    /// @param today how often the throughput has been decreased in this day
    public static AwsException tooManyDecreases(int today, Instant last, Instant next) {
        return limitExceeded(
                "Subscriber limit exceeded: Provisioned throughput decreases are limited within a"
                        + " given UTC day. After the first 4 decreases, each subsequent decrease in"
                        + " the same UTC day can be performed at most once every 3600 seconds."
                        + " Number of decreases today: %d. Last decrease at %s. Next decrease can be made at %s"
                                .formatted(today, TIME.format(last), TIME.format(next)));
    }

    /// A change to an index that is not there.
    public static AwsException noSuchIndex(String index, String table) {
        return new AwsException(
                400,
                "ResourceNotFoundException",
                "Requested resource not found: Index %s for table %s".formatted(index, table));
    }

    /// A new index is not filled yet.
    public static AwsException backfilling(String index) {
        return DynamoDbErrors.validation(
                "Cannot read from backfilling global secondary index: " + index);
    }

    public static AwsException limitExceeded(String message) {
        return new AwsException(400, "LimitExceededException", message);
    }

    private static AwsException inUse(String message) {
        return new AwsException(400, "ResourceInUseException", message);
    }
}
