package groundschool.terminal.aws.s3;

/// `s3://bucket/key`, or the beginning of keys in a bucket.
///
/// @param key may be empty
record S3Uri(String bucket, String key) {

    private static final String SCHEME = "s3://";

    static boolean isOne(String text) {
        return text.startsWith(SCHEME);
    }

    static S3Uri of(String text) {
        var rest = text.substring(SCHEME.length());
        var slash = rest.indexOf('/');
        return slash < 0
                ? new S3Uri(rest, "")
                : new S3Uri(rest.substring(0, slash), rest.substring(slash + 1));
    }

    S3Uri withKey(String other) {
        return new S3Uri(bucket, other);
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + key;
    }
}
