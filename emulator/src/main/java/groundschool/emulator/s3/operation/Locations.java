package groundschool.emulator.s3.operation;

import groundschool.emulator.s3.S3Errors;
import java.util.Optional;
import java.util.Set;

/// The Regions that a bucket may be in.
final class Locations {

    static final String HOME = "us-east-1";

    private static final Set<String> REGIONS =
            Set.of(
                    "af-south-1",
                    "ap-east-1",
                    "ap-east-2",
                    "ap-northeast-1",
                    "ap-northeast-2",
                    "ap-northeast-3",
                    "ap-south-1",
                    "ap-south-2",
                    "ap-southeast-1",
                    "ap-southeast-2",
                    "ap-southeast-3",
                    "ap-southeast-4",
                    "ap-southeast-5",
                    "ap-southeast-6",
                    "ap-southeast-7",
                    "ca-central-1",
                    "ca-west-1",
                    "cn-north-1",
                    "cn-northwest-1",
                    "eu-central-1",
                    "eu-central-2",
                    "eu-north-1",
                    "eu-south-1",
                    "eu-south-2",
                    "eu-west-1",
                    "eu-west-2",
                    "eu-west-3",
                    "il-central-1",
                    "me-central-1",
                    "me-south-1",
                    "mx-central-1",
                    "sa-east-1",
                    "us-east-2",
                    "us-gov-east-1",
                    "us-gov-west-1",
                    "us-west-1",
                    "us-west-2");

    private Locations() {}

    static boolean isRegion(String text) {
        return text.equals(HOME) || REGIONS.contains(text);
    }

    /// Where a bucket is to be: only us-east-1 makes buckets elsewhere.
    ///
    /// @param asked the Region of the endpoint that was asked
    /// @throws groundschool.emulator.AwsException if it cannot be there
    static String of(Optional<String> constraint, String asked) {
        if (constraint.isEmpty()) {
            if (!asked.equals(HOME)) {
                throw S3Errors.illegalLocation("unspecified");
            }
            return HOME;
        }
        var wanted = constraint.get().equals("EU") ? "eu-west-1" : constraint.get();
        if (!REGIONS.contains(wanted)) {
            throw S3Errors.invalidLocation(constraint.get());
        }
        if (!wanted.equals(asked) && !asked.equals(HOME)) {
            throw S3Errors.illegalLocation(constraint.get());
        }
        return wanted;
    }
}
