package groundschool.emulator.s3.object;

import groundschool.emulator.AwsException;
import groundschool.emulator.s3.S3Errors;

/// What S3 says of uploads in parts.
public final class PartErrors {

    private PartErrors() {}

    /// @param part that was asked for
    /// @param parts how many there are
    public static AwsException invalidPartNumber(int part, int parts) {
        return S3Errors.error(
                416,
                "InvalidPartNumber",
                "The requested partnumber is not satisfiable",
                "PartNumberRequested",
                part,
                "ActualPartCount",
                parts);
    }

    public static AwsException noSuchUpload(String uploadId) {
        return S3Errors.error(
                404,
                "NoSuchUpload",
                "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
                "UploadId",
                uploadId);
    }

    public static AwsException invalidPart(String uploadId, int part, String eTag) {
        return S3Errors.error(
                400,
                "InvalidPart",
                "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
                "UploadId",
                uploadId,
                "PartNumber",
                part,
                "ETag",
                eTag.replace("\"", ""));
    }

    public static AwsException invalidPartOrder(String uploadId) {
        return S3Errors.error(
                400,
                "InvalidPartOrder",
                "The list of parts was not in ascending order. Parts must be ordered by part number.",
                "UploadId",
                uploadId);
    }

    public static AwsException entityTooSmall(long size, int part, String eTag) {
        return S3Errors.error(
                400,
                "EntityTooSmall",
                "Your proposed upload is smaller than the minimum allowed size",
                "ETag",
                eTag,
                "MinSizeAllowed",
                5_242_880,
                "PartNumber",
                part,
                "ProposedSize",
                size);
    }
}
