package groundschool.emulator.dynamodb.operation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.services.dynamodb.model.ExportTableToPointInTimeRequest;
import software.amazon.awssdk.services.dynamodb.model.ImportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportTableDescription;
import software.amazon.awssdk.services.dynamodb.model.ImportTableRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// An account with a table that can be brought back to any time, and a bucket.
abstract class TransferFixture {

    static final String TABLE_ARN = "arn:aws:dynamodb:eu-west-1:123456789012:table/Pets";
    static final String BUCKET = "transfers-of-pets";

    final SdkAccount account = new SdkAccount();
    final S3Client s3 = account.client(S3Client.builder());

    @BeforeEach
    void makeTableAndBucket() {
        account.sandbox().clock().freeze();
        account.createTable("Pets");
        recoverable("Pets");
        s3.createBucket(bucket ->
                bucket.bucket(BUCKET)
                        .createBucketConfiguration(where -> where.locationConstraint("eu-west-1")));
    }

    @AfterEach
    void close() {
        s3.close();
        account.close();
    }

    void recoverable(String table) {
        account.dynamoDb.updateContinuousBackups(update ->
                update.tableName(table)
                        .pointInTimeRecoverySpecification(
                                recovery -> recovery.pointInTimeRecoveryEnabled(true)));
    }

    void pass(Duration time) {
        account.sandbox().clock().advance(time);
    }

    /// An export of the table to the bucket, once it has ended.
    ExportDescription export(Consumer<ExportTableToPointInTimeRequest.Builder> more) {
        var begun =
                account.dynamoDb
                        .exportTableToPointInTime(export -> {
                            export.tableArn(TABLE_ARN).s3Bucket(BUCKET);
                            more.accept(export);
                        })
                        .exportDescription();
        return until(
                () -> describe(begun.exportArn()),
                export -> export.exportStatus() != ExportStatus.IN_PROGRESS);
    }

    ExportDescription describe(String exportArn) {
        return account.dynamoDb
                .describeExport(export -> export.exportArn(exportArn))
                .exportDescription();
    }

    /// An import from the bucket into a table named `Imported` whose key is the string `id`, once
    /// it has ended.
    ImportTableDescription importing(Consumer<ImportTableRequest.Builder> more) {
        var begun = begin(more);
        return until(
                () -> describeImport(begun.importArn()),
                each -> each.importStatus() != ImportStatus.IN_PROGRESS);
    }

    ImportTableDescription begin(Consumer<ImportTableRequest.Builder> more) {
        return account.dynamoDb
                .importTable(request -> {
                    request.s3BucketSource(source -> source.s3Bucket(BUCKET).s3KeyPrefix("in/"))
                            .inputFormat("DYNAMODB_JSON")
                            .tableCreationParameters(table ->
                                    table.tableName("Imported")
                                            .billingMode("PAY_PER_REQUEST")
                                            .attributeDefinitions(
                                                    a -> a.attributeName("id").attributeType("S"))
                                            .keySchema(k -> k.attributeName("id").keyType("HASH")));
                    more.accept(request);
                })
                .importTableDescription();
    }

    ImportTableDescription describeImport(String importArn) {
        return account.dynamoDb
                .describeImport(each -> each.importArn(importArn))
                .importTableDescription();
    }

    List<String> keys(String prefix) {
        return s3.listObjectsV2(list -> list.bucket(BUCKET).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    byte[] bytes(String key) {
        return s3.getObjectAsBytes(object -> object.bucket(BUCKET).key(key)).asByteArray();
    }

    String text(String key) {
        return new String(bytes(key), StandardCharsets.UTF_8);
    }

    void put(String key, String text) {
        put(key, text.getBytes(StandardCharsets.UTF_8));
    }

    void put(String key, byte[] bytes) {
        s3.putObject(object -> object.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
    }

    /// The lines of all data files below a prefix.
    List<String> lines(String prefix) {
        return keys(prefix).stream()
                .filter(key -> key.endsWith(".gz"))
                .flatMap(key -> unzipped(bytes(key)).lines())
                .toList();
    }

    static String unzipped(byte[] bytes) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException noGzip) {
            throw new UncheckedIOException(noGzip);
        }
    }

    static byte[] zipped(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// What is there once it is as wanted; what is there at last if it never is.
    static <T> T until(Supplier<T> look, Predicate<T> isWanted) {
        var found = look.get();
        for (int i = 0; i < 2000 && !isWanted.test(found); i++) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            found = look.get();
        }
        return found;
    }
}
