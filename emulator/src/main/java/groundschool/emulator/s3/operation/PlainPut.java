package groundschool.emulator.s3.operation;

import groundschool.emulator.s3.object.Upload;
import java.util.Optional;

/// Puts of which little is said, as services of AWS make them.
final class PlainPut {

    private PlainPut() {}

    static PutObject of(
            String bucket,
            String key,
            Upload body,
            Optional<String> contentType,
            Optional<String> encryption,
            Optional<String> kmsKeyId,
            Optional<String> owner) {
        return new PutObject(
                Optional.empty(),
                Optional.of(body),
                bucket,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                body.length(),
                Optional.empty(),
                contentType,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                key,
                Optional.empty(),
                Optional.empty(),
                encryption,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                kmsKeyId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                owner);
    }
}
