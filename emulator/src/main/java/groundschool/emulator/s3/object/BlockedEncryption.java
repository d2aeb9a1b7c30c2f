package groundschool.emulator.s3.object;

import groundschool.emulator.s3.Bucket;
import java.util.List;

/// Which encryption a bucket refuses: `SSE-C`, or `NONE`.
///
/// Unlike AWS, where keys of customers are refused in new buckets since April 2026, a new bucket
/// here refuses none: programs that try them out make their bucket first.
///
/// Source: [Blocking or unblocking
/// SSE-C](https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html)
public record BlockedEncryption(List<String> types) {

    public static final String CUSTOMER = "SSE-C";
    public static final String NONE = "NONE";

    public BlockedEncryption {
        types = List.copyOf(types);
    }

    /// Whether a bucket takes no object that comes with a customer's key.
    public static boolean isCustomers(Bucket bucket) {
        return bucket.setting(BlockedEncryption.class)
                .filter(blocked -> blocked.types().contains(CUSTOMER))
                .isPresent();
    }
}
