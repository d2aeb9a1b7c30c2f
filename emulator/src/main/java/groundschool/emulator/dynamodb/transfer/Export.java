package groundschool.emulator.dynamodb.transfer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import groundschool.emulator.Principal;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import java.time.Instant;
import java.util.Optional;

/// An export of a table, as it is stored.
///
/// @param asked all parameters, by which a repetition of the request is known
/// @param principal in whose name the files are written
/// @param table as it was set when it was asked for
/// @param time what the table was at which it is; absent for an incremental one
/// @param dueAt when it is written
public record Export(
        String arn,
        String asked,
        Principal principal,
        String region,
        String tableArn,
        TableDefinition table,
        Optional<Instant> time,
        Optional<Period> period,
        Optional<FilterSpecification> filter,
        Optional<String> clientToken,
        Destination destination,
        ExportFormat format,
        Instant startedAt,
        Instant dueAt,
        Outcome outcome) {

    /// @param from included
    /// @param to not included
    public record Period(Instant from, Instant to, ExportViewType viewType) {}

    /// What an incremental export shows of what items were.
    public enum ExportViewType {
        NEW_IMAGE,
        NEW_AND_OLD_IMAGES
    }

    /// @param algorithm `AES256` or `KMS`
    public record Destination(
            String bucket,
            Optional<String> owner,
            Optional<String> prefix,
            String algorithm,
            Optional<String> kmsKeyId) {

        /// The key of a file.
        String key(String path) {
            return prefix.filter(text -> !text.isEmpty())
                    .map(text -> (text.endsWith("/") ? text : text + "/") + path)
                    .orElse(path);
        }
    }

    /// How far it is.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = InProgress.class, name = "under way"),
        @JsonSubTypes.Type(value = Completed.class, name = "completed"),
        @JsonSubTypes.Type(value = Failed.class, name = "failed")
    })
    public sealed interface Outcome {}

    /// It is being written, or waits for it.
    public record InProgress() implements Outcome {}

    /// @param manifest the key of the summary
    public record Completed(Instant at, String manifest, long itemCount, long billedBytes)
            implements Outcome {}

    /// Nothing more will come of it.
    public record Failed(Instant at, Failure failure) implements Outcome {}

    public boolean isInProgress() {
        return outcome instanceof InProgress;
    }

    /// The last part of the ARN.
    String id() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    Export ended(Outcome end) {
        return new Export(
                arn,
                asked,
                principal,
                region,
                tableArn,
                table,
                time,
                period,
                filter,
                clientToken,
                destination,
                format,
                startedAt,
                dueAt,
                end);
    }

    /// Until when a repetition of the request is known for one.
    boolean knowsToken(String token, Instant now) {
        var end =
                switch (outcome) {
                    case InProgress _ -> now;
                    case Completed(var at, _, _, _) -> at;
                    case Failed(var at, _) -> at;
                };
        return clientToken.filter(token::equals).isPresent()
                && now.isBefore(end.plus(Exports.TOKEN_IS_KNOWN));
    }
}
