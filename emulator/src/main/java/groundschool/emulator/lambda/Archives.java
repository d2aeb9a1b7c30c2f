package groundschool.emulator.lambda;

import java.util.List;

/// What operations ask of archives that were uploaded.
public final class Archives {

    private Archives() {}

    /// Refuses an archive that is too large to come with a request; one in a bucket may be larger.
    public static byte[] sent(byte[] zip) {
        if (zip.length >= Archive.MOST_ZIPPED_BYTES) {
            throw LambdaErrors.zippedTooLarge(Archive.MOST_ZIPPED_BYTES);
        }
        return zip;
    }

    /// Looks through an archive, whose content is laid over those layers.
    ///
    /// @param layers ARNs, of which each is there
    /// @throws groundschool.emulator.AwsException if it is none, or all of it is too large
    public static void check(byte[] zip, List<String> layers, Functions functions) {
        long bytes = Archive.check(zip);
        for (var arn : layers) {
            bytes +=
                    functions
                            .layers()
                            .find(arn)
                            .map(layer -> size(layer.code().blob(), functions))
                            .orElse(0L);
        }
        if (bytes >= Archive.MOST_BYTES) {
            throw LambdaErrors.invalid(
                    "Function code combined with layers exceeds the maximum allowed size of %d bytes. The actual size is %d bytes."
                            .formatted(Archive.MOST_BYTES, bytes));
        }
    }

    private static long size(String blob, Functions functions) {
        return functions.sandbox().blobs().read(blob).map(Archive::check).orElse(0L);
    }
}
