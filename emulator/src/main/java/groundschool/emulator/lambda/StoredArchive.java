package groundschool.emulator.lambda;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.s3.object.Download;
import groundschool.emulator.s3.operation.GetObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// An archive that lies in a bucket. Lambda reads it in the name of whoever asks.
///
/// Source: [Deploying .zip file
/// archives](https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html)
///
/// @param version of the object; absent for the newest
public record StoredArchive(String bucket, String key, Optional<String> version) {

    /// The one that a request names; nothing if it names none.
    ///
    /// @throws AwsException if it names a bucket and no key, or a key and no bucket
    public static Optional<StoredArchive> of(
            Optional<String> bucket, Optional<String> key, Optional<String> version) {
        if (bucket.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        if (bucket.isEmpty() || key.isEmpty()) {
            throw LambdaErrors.invalid("Please provide a source for function code.");
        }
        return Optional.of(new StoredArchive(bucket.get(), key.get(), version));
    }

    /// Its bytes.
    ///
    /// @throws AwsException if it is not there, or the caller may not read it
    public byte[] read(Call call) {
        try {
            var answer =
                    call.as(call.principal())
                            .via("lambda")
                            .run(GetObject.plain(bucket, key, version), GetObject.Response.class);
            return bytes(answer.body());
        } catch (AwsException refusal) {
            throw refused(refusal);
        }
    }

    private static byte[] bytes(Download download) {
        try (var bytes = download.bytes()) {
            var read = bytes.readNBytes((int) Archive.MOST_BYTES + 1);
            if (read.length > Archive.MOST_BYTES) {
                throw LambdaErrors.invalid(
                        "Unzipped size must be smaller than %d bytes"
                                .formatted(Archive.MOST_BYTES));
            }
            return read;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private AwsException refused(AwsException refusal) {
        if (refusal.code().startsWith("AccessDenied")) {
            return new AwsException(
                    403,
                    "AccessDeniedException",
                    "Your access has been denied by S3, please make sure your request credentials have permission to GetObject for %s/%s. S3 Error Code: AccessDenied. S3 Error Message: Access Denied"
                            .formatted(bucket, key));
        }
        return LambdaErrors.invalid(
                "Error occurred while GetObject. S3 Error Code: %s. S3 Error Message: %s"
                        .formatted(refusal.code(), refusal.message()));
    }
}
