package groundschool.emulator.iam.policy;

/// What a policy document is for. It decides which elements the document must and must not have.
///
/// Source: [Grammar of the IAM JSON policy
/// language](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html)
public enum DocumentKind {
    /// A managed policy, attached to identities or set as a permissions boundary.
    MANAGED,
    /// A policy embedded in one user, group or role.
    INLINE,
    /// A policy passed along when a session is made.
    SESSION,
    /// The trust policy of a role: who may assume it.
    TRUST,
    /// A policy attached to a resource of a service.
    RESOURCE;

    /// Whether the document says whom it is about, rather than being attached to them.
    public boolean namesPrincipals() {
        return this == TRUST || this == RESOURCE;
    }
}
