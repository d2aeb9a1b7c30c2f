package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.schema.BillingMode;
import groundschool.emulator.dynamodb.schema.ProvisionedThroughput;
import groundschool.emulator.dynamodb.schema.SseSpecification;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.dynamodb.schema.TableId;
import groundschool.emulator.dynamodb.schema.TableRules;
import groundschool.emulator.dynamodb.transfer.Import;
import groundschool.emulator.dynamodb.transfer.Import.InputCompressionType;
import groundschool.emulator.dynamodb.transfer.Import.InputFormat;
import groundschool.emulator.dynamodb.transfer.Import.InputFormatOptions;
import groundschool.emulator.dynamodb.transfer.Import.S3BucketSource;
import groundschool.emulator.dynamodb.transfer.Import.TableCreationParameters;
import groundschool.emulator.dynamodb.transfer.ImportDescription;
import groundschool.emulator.dynamodb.transfer.ImportJob;
import groundschool.emulator.dynamodb.transfer.TransferErrors;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Makes a new table of what is in objects. The answer comes at once, before there is a table;
/// DescribeImport tells how far it is.
///
/// The checks and their words were recorded from the service in October 2026 (`ack-api-quirks`,
/// DDB-IMPORT-009, 017, 019).
///
/// Source:
/// [ImportTable](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ImportTable.html)
public record ImportTable(
        Optional<String> clientToken,
        S3BucketSource s3BucketSource,
        InputFormat inputFormat,
        Optional<InputFormatOptions> inputFormatOptions,
        Optional<InputCompressionType> inputCompressionType,
        TableCreationParameters tableCreationParameters)
        implements DynamoDbOperation {

    /// A table that is being filled is being created for as long as that takes.
    private static final Duration LONG = Duration.ofDays(36_500);

    /// The answer.
    public record Response(ImportDescription importTableDescription) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(
                Access.to(
                        "dynamodb:ImportTable",
                        tables.arn(tableCreationParameters.tableName(), call)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var name = tables.newName(tableCreationParameters.tableName(), call);
        refuseWhatIsNotSupported();
        if (inputFormat != InputFormat.CSV
                && inputFormatOptions.flatMap(InputFormatOptions::csv).isPresent()) {
            throw TransferErrors.invalidRequest(
                    "Unsupported InputFormatOptions for the given input format: %s."
                            .formatted(inputFormat));
        }
        rules().check();
        tableCreationParameters.sseSpecification().ifPresent(SseSpecification::check);
        var repeated = clientToken.flatMap(token -> tables.imports().withToken(token, call));
        if (repeated.isEmpty() || !repeated.get().isInProgress()) {
            tables.find(name, call)
                    .ifPresent(_ -> {
                        throw TableErrors.tableExists(name);
                    });
        }
        if (repeated.isPresent()) {
            if (!repeated.get().table().name().equals(name)) {
                throw TransferErrors.importConflict();
            }
            return new Response(ImportDescription.of(repeated.get()));
        }
        var begun = begun(name, tables, call);
        tables.imports().put(begun);
        new ImportJob(tables, call.services()).schedule(begun);
        return new Response(ImportDescription.of(begun));
    }

    private void refuseWhatIsNotSupported() {
        if (inputCompressionType.equals(Optional.of(InputCompressionType.ZSTD))) {
            throw TableErrors.notSupportedYet("InputCompressionType ZSTD");
        }
        if (tableCreationParameters.vectorIndexes().isPresent()) {
            throw TableErrors.notSupportedYet("VectorIndexes");
        }
    }

    private TableRules rules() {
        var table = tableCreationParameters;
        return new TableRules(
                Optional.of(table.keySchema()),
                Optional.of(table.attributeDefinitions()),
                table.globalSecondaryIndexes(),
                Optional.empty(),
                billing(),
                table.provisionedThroughput(),
                table.onDemandThroughput(),
                Optional.empty());
    }

    private BillingMode billing() {
        return tableCreationParameters.billingMode().orElse(BillingMode.PROVISIONED);
    }

    private Import begun(String name, Tables tables, Call call) {
        var tableArn = tables.arn(name, call);
        return new Import(
                tables.imports().newArn(tableArn, call),
                call.principal(),
                call.region(),
                tableArn,
                definition(name, call),
                clientToken,
                new S3BucketSource(
                        s3BucketSource.s3BucketOwner().or(() -> Optional.of(call.account())),
                        s3BucketSource.s3Bucket(),
                        s3BucketSource.s3KeyPrefix()),
                inputFormat,
                inputFormatOptions,
                inputCompressionType.orElse(InputCompressionType.NONE),
                tableCreationParameters,
                call.arn("logs", "log-group:/aws-dynamodb/imports:*"),
                call.now(),
                call.now().plus(tables.delay()),
                new Import.InProgress());
    }

    private TableDefinition definition(String name, Call call) {
        var table = tableCreationParameters;
        return new TableDefinition(
                name,
                TableId.fresh(call.random()),
                call.now(),
                call.now().plus(LONG),
                Optional.empty(),
                table.attributeDefinitions(),
                table.keySchema(),
                table.globalSecondaryIndexes().orElse(List.of()),
                List.of(),
                billing(),
                table.provisionedThroughput().orElse(ProvisionedThroughput.NONE),
                table.onDemandThroughput().filter(maximum -> !maximum.limitsNothing()),
                Optional.empty(),
                Optional.empty(),
                false,
                table.sseSpecification().flatMap(asked -> asked.keyArn(call)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
