package groundschool.emulator.iam.policy;

import java.util.Optional;

/// The version of the policy language that a document is written in. Only the newer one knows
/// policy variables; in the older one `${aws:username}` is just text.
///
/// Source:
/// [Version](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html)
public enum LanguageVersion {
    V2008_10_17("2008-10-17"),
    V2012_10_17("2012-10-17");

    private final String date;

    LanguageVersion(String date) {
        this.date = date;
    }

    /// As a document spells it.
    public String date() {
        return date;
    }

    boolean knowsVariables() {
        return this == V2012_10_17;
    }

    static Optional<LanguageVersion> of(String date) {
        for (var version : values()) {
            if (version.date.equals(date)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
