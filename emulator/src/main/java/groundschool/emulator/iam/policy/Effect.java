package groundschool.emulator.iam.policy;

/// What a statement does to the requests that it applies to.
///
/// Source:
/// [Effect](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html)
public enum Effect {
    ALLOW("Allow"),
    DENY("Deny");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    /// As a document spells it, case and all.
    public String word() {
        return word;
    }
}
