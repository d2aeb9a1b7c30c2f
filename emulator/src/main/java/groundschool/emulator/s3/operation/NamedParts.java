package groundschool.emulator.s3.operation;

import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.Uploads.MultipartUpload;
import groundschool.emulator.s3.Uploads.UploadedPart;
import groundschool.emulator.s3.object.Checksum;
import groundschool.emulator.s3.object.PartErrors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The parts that a request names of which an object is to be made, in order.
final class NamedParts {

    private static final long LEAST_PART_BYTES = 5L * 1024 * 1024;

    private NamedParts() {}

    /// @param document absent if the request has none
    /// @param uploaded all that have come
    /// @throws groundschool.emulator.AwsException if what is named is not what has come
    static List<UploadedPart> of(
            Optional<CompleteMultipartUpload.Completed> document,
            MultipartUpload upload,
            List<UploadedPart> uploaded) {
        if (document.isEmpty()) {
            throw S3Errors.invalidRequest("You must specify at least one part");
        }
        var named = document.get().parts().orElseThrow(S3Errors::malformedXml);
        var byNumber = new HashMap<Integer, UploadedPart>();
        uploaded.forEach(part -> byNumber.put(part.number(), part));
        var parts = new ArrayList<UploadedPart>();
        int last = 0;
        for (var each : named) {
            int number = each.partNumber().orElseThrow(S3Errors::malformedXml);
            if (number <= last) {
                throw PartErrors.invalidPartOrder(upload.id());
            }
            last = number;
            parts.add(part(upload, each, number, Optional.ofNullable(byNumber.get(number))));
        }
        for (var part : parts.subList(0, parts.size() - 1)) {
            if (part.sizeBytes() < LEAST_PART_BYTES) {
                throw PartErrors.entityTooSmall(part.sizeBytes(), part.number(), part.eTag());
            }
        }
        return parts;
    }

    private static UploadedPart part(
            MultipartUpload upload,
            CompleteMultipartUpload.CompletedPart named,
            int number,
            Optional<UploadedPart> uploaded) {
        var eTag = named.eTag().orElse("");
        var part =
                uploaded.filter(each -> each.eTag().equals(eTag.replace("\"", "")))
                        .orElseThrow(() -> PartErrors.invalidPart(upload.id(), number, eTag));
        var sum = named.sum(upload.algorithm());
        if (upload.isChecked()) {
            if (sum.isEmpty() && upload.checksumType().equals(Checksum.COMPOSITE)) {
                throw S3Errors.invalidRequest(
                        "The upload was created using a %s checksum. The complete request must include the checksum for each part. It was missing for part %d in the request."
                                .formatted(
                                        upload.algorithm().name().toLowerCase(Locale.ROOT),
                                        number));
            }
            if (sum.filter(value -> !value.equals(part.checksum())).isPresent()) {
                throw PartErrors.invalidPart(upload.id(), number, eTag);
            }
        }
        return part;
    }
}
