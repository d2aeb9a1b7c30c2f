package groundschool.emulator.iam.policy;

/// Somebody whom a policy names.
///
/// Source: [How to specify a
/// principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#Principal_specifying)
public sealed interface NamedPrincipal {

    /// As the policy has it.
    String text();

    /// `*`: everybody, even who is nobody.
    record Everyone() implements NamedPrincipal {
        @Override
        public String text() {
            return "*";
        }
    }

    /// An account, by number or by the ARN of its root: whoever in it the account's own policies
    /// let.
    record Account(String account, String text) implements NamedPrincipal {}

    /// A user, a role or a session.
    record Arn(String text) implements NamedPrincipal {}

    /// The unique ID of a user or role, which is what AWS keeps and what is seen once they are
    /// gone.
    record UniqueId(String text) implements NamedPrincipal {}

    /// A service of AWS, or `*` for every one.
    record Service(String text) implements NamedPrincipal {}

    /// An identity provider.
    record Federated(String text) implements NamedPrincipal {}

    /// S3's name for an account.
    record CanonicalUser(String text) implements NamedPrincipal {}
}
