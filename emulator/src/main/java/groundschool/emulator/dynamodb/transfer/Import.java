package groundschool.emulator.dynamodb.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import groundschool.emulator.Principal;
import groundschool.emulator.dynamodb.schema.AttributeDefinition;
import groundschool.emulator.dynamodb.schema.BillingMode;
import groundschool.emulator.dynamodb.schema.GlobalSecondaryIndex;
import groundschool.emulator.dynamodb.schema.KeySchemaElement;
import groundschool.emulator.dynamodb.schema.OnDemandThroughput;
import groundschool.emulator.dynamodb.schema.ProvisionedThroughput;
import groundschool.emulator.dynamodb.schema.SseSpecification;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An import into a new table, as it is stored.
///
/// @param principal in whose name the objects are read
/// @param table that is made
/// @param dueAt when it is done
public record Import(
        String arn,
        Principal principal,
        String region,
        String tableArn,
        TableDefinition table,
        Optional<String> clientToken,
        S3BucketSource source,
        InputFormat format,
        Optional<InputFormatOptions> options,
        InputCompressionType compression,
        TableCreationParameters parameters,
        String logGroupArn,
        Instant startedAt,
        Instant dueAt,
        Outcome outcome) {

    /// Where the objects are.
    public record S3BucketSource(
            Optional<String> s3BucketOwner, String s3Bucket, Optional<String> s3KeyPrefix) {}

    /// What is in them.
    public enum InputFormat {
        DYNAMODB_JSON,
        ION,
        CSV
    }

    /// How they are compressed.
    public enum InputCompressionType {
        GZIP,
        ZSTD,
        NONE
    }

    /// @param csv of CSV only
    public record InputFormatOptions(Optional<CsvOptions> csv) {}

    /// @param headerList the names of the columns; absent if the first line of each object has them
    public record CsvOptions(Optional<String> delimiter, Optional<List<String>> headerList) {}

    /// The table that is to be.
    public record TableCreationParameters(
            String tableName,
            List<AttributeDefinition> attributeDefinitions,
            List<KeySchemaElement> keySchema,
            Optional<BillingMode> billingMode,
            Optional<ProvisionedThroughput> provisionedThroughput,
            Optional<OnDemandThroughput> onDemandThroughput,
            @JsonProperty("SSESpecification") Optional<SseSpecification> sseSpecification,
            Optional<List<GlobalSecondaryIndex>> globalSecondaryIndexes,
            Optional<Object> vectorIndexes) {}

    /// What was read and what of it is in the table.
    ///
    /// @param bytes of the objects, when they are not compressed
    public record Counts(long bytes, long processed, long imported, long errors) {
        static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /// How far it is.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = InProgress.class, name = "under way"),
        @JsonSubTypes.Type(value = Ended.class, name = "ended")
    })
    public sealed interface Outcome {}

    /// It is being done, or waits for it.
    public record InProgress() implements Outcome {}

    /// @param failure absent if all items are in the table
    public record Ended(Instant at, Counts counts, Optional<Failure> failure) implements Outcome {}

    public boolean isInProgress() {
        return outcome instanceof InProgress;
    }

    /// The last part of the ARN.
    String id() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    Import ended(Ended end) {
        return new Import(
                arn,
                principal,
                region,
                tableArn,
                table,
                clientToken,
                source,
                format,
                options,
                compression,
                parameters,
                logGroupArn,
                startedAt,
                dueAt,
                end);
    }

    /// Whether a repetition of the request is known for one.
    boolean knowsToken(String token, Instant now) {
        var end = outcome instanceof Ended(var at, _, _) ? at : now;
        return clientToken.filter(token::equals).isPresent()
                && now.isBefore(end.plus(Exports.TOKEN_IS_KNOWN));
    }
}
