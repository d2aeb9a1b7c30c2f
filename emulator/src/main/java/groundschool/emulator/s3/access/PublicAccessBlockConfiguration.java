package groundschool.emulator.s3.access;

/// What keeps a bucket from the public, whatever its policy and ACLs say.
///
/// Source: [Blocking public
/// access](https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html)
///
/// @param blockPublicAcls ACLs that let the public in are refused
/// @param ignorePublicAcls ACLs that let the public in do not count
/// @param blockPublicPolicy policies that let the public in are refused
/// @param restrictPublicBuckets a policy that lets the public in lets in only the account
public record PublicAccessBlockConfiguration(
        boolean blockPublicAcls,
        boolean ignorePublicAcls,
        boolean blockPublicPolicy,
        boolean restrictPublicBuckets) {

    /// What new buckets have.
    public static final PublicAccessBlockConfiguration ALL =
            new PublicAccessBlockConfiguration(true, true, true, true);

    public static final PublicAccessBlockConfiguration NONE =
            new PublicAccessBlockConfiguration(false, false, false, false);
}
