package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.Services;
import groundschool.emulator.s3.operation.PutObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// The files of one export: data, each file compressed for itself, and two manifests with their
/// checksums.
///
/// Unlike AWS, which writes at least one file for each partition of the table, files end where they
/// have grown long, whatever partitions there are.
///
/// Source: [DynamoDB table export output
/// format](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html)
final class ExportFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int NAME_LETTERS = 26;

    /// Before they are compressed.
    private static final int LONG_FILE_BYTES = 32 * 1024 * 1024;

    private final Export export;
    private final Services.As caller;
    private final RandomGenerator random;
    private final StringBuilder list = new StringBuilder();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Optional<GZIPOutputStream> file = Optional.empty();
    private long fileBytes;
    private long fileItems;
    private long items;

    ExportFiles(Export export, Services.As caller) {
        this.export = export;
        this.caller = caller;
        // If the process ends before the export does, the files get the same names.
        this.random = new Random(export.arn().hashCode());
    }

    /// Shows that the bucket can be written to.
    void start() {
        put(folder() + "_started", new byte[0]);
    }

    /// Adds a line to the data.
    void add(String line) {
        try {
            if (file.isEmpty()) {
                file = Optional.of(new GZIPOutputStream(bytes));
            }
            var text = (line + "\n").getBytes(StandardCharsets.UTF_8);
            file.get().write(text);
            fileBytes += text.length;
            fileItems++;
            items++;
            if (fileBytes >= LONG_FILE_BYTES) {
                endFile();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Writes the rest, and the manifests last, so that who finds them finds all.
    Export.Completed finish(Instant now, long billedBytes) {
        try {
            if (fileItems > 0 || list.isEmpty()) {
                endFile();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        putWithChecksum("manifest-files", list.toString());
        var summary = JSON.writeValueAsString(summary(now, billedBytes));
        putWithChecksum("manifest-summary", summary);
        return new Export.Completed(
                now,
                export.destination().key(folder() + "manifest-summary.json"),
                items,
                billedBytes);
    }

    private void endFile() throws IOException {
        if (file.isEmpty()) {
            file = Optional.of(new GZIPOutputStream(bytes));
        }
        file.get().close();
        var content = bytes.toByteArray();
        var path =
                (export.period().isPresent() ? "AWSDynamoDB/data/" : folder() + "data/")
                        + name()
                        + "."
                        + export.format().ending();
        var etag = put(path, content);
        var entry = new LinkedHashMap<String, Object>();
        entry.put("itemCount", fileItems);
        entry.put("md5Checksum", md5(content));
        entry.put("etag", etag.replace("\"", ""));
        entry.put("dataFileS3Key", export.destination().key(path));
        list.append(JSON.writeValueAsString(entry)).append('\n');
        bytes = new ByteArrayOutputStream();
        file = Optional.empty();
        fileBytes = 0;
        fileItems = 0;
    }

    private Map<String, Object> summary(Instant now, long billedBytes) {
        var destination = export.destination();
        var summary = new LinkedHashMap<String, Object>();
        summary.put("version", export.period().isPresent() ? "2023-08-01" : "2020-06-30");
        summary.put("exportArn", export.arn());
        summary.put("startTime", TIME.format(export.startedAt()));
        summary.put("endTime", TIME.format(now));
        summary.put("tableArn", export.tableArn());
        summary.put("tableId", export.table().id());
        export.time().ifPresent(time -> summary.put("exportTime", TIME.format(time)));
        export.period()
                .ifPresent(period -> {
                    summary.put("exportFromTime", TIME.format(period.from()));
                    summary.put("exportToTime", TIME.format(period.to()));
                });
        summary.put("s3Bucket", destination.bucket());
        summary.put("s3Prefix", JSON.valueToTree(destination.prefix()));
        summary.put("s3SseAlgorithm", destination.algorithm());
        summary.put("s3SseKmsKeyId", JSON.valueToTree(destination.kmsKeyId()));
        summary.put("manifestFilesS3Key", destination.key(folder() + "manifest-files.json"));
        summary.put("billedSizeBytes", billedBytes);
        summary.put("itemCount", items);
        summary.put("outputFormat", export.format().name());
        export.period().ifPresent(period -> summary.put("outputView", period.viewType().name()));
        summary.put(
                "exportType", export.period().isPresent() ? "INCREMENTAL_EXPORT" : "FULL_EXPORT");
        return summary;
    }

    private void putWithChecksum(String name, String text) {
        var content = text.getBytes(StandardCharsets.UTF_8);
        put(folder() + name + ".json", content);
        put(folder() + name + ".md5", md5(content).getBytes(StandardCharsets.UTF_8));
    }

    /// @return the object's entity tag
    private String put(String path, byte[] content) {
        var destination = export.destination();
        return caller.run(
                        PutObject.of(
                                content,
                                destination.bucket(),
                                destination.key(path),
                                Optional.of(
                                        destination.algorithm().equals("KMS")
                                                ? "aws:kms"
                                                : destination.algorithm()),
                                destination.kmsKeyId(),
                                destination.owner()),
                        PutObject.Response.class)
                .eTag();
    }

    private String folder() {
        return "AWSDynamoDB/" + export.id() + "/";
    }

    private String name() {
        var name = new StringBuilder();
        for (int i = 0; i < NAME_LETTERS; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.toString();
    }

    private static String md5(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
