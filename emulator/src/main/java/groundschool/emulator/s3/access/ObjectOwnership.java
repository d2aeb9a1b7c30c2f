package groundschool.emulator.s3.access;

/// Who owns what others put into a bucket, and whether ACLs count.
///
/// Source: [Controlling ownership of
/// objects](https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html)
///
/// @param rule one of the three
public record ObjectOwnership(String rule) {

    /// The bucket's owner owns all, and ACLs do not count.
    public static final String ENFORCED = "BucketOwnerEnforced";

    public static final String PREFERRED = "BucketOwnerPreferred";
    public static final String WRITER = "ObjectWriter";
}
