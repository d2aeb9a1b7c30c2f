package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.identity.Grants;

/// How long policies are. IAM does not count white space.
///
/// Source: [IAM and STS
/// quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html)
final class PolicySizes {

    private PolicySizes() {}

    /// The characters of a document.
    static int of(String document) {
        return (int) document.chars().filter(c -> !Character.isWhitespace(c)).count();
    }

    /// The characters of all inline policies together.
    static int ofInline(Grants grants) {
        return grants.inline().values().stream().mapToInt(PolicySizes::of).sum();
    }
}
