package groundschool.emulator.iam.policy;

import java.util.List;
import java.util.Optional;

/// A policy document, read once and ready to be asked.
///
/// Source: [Policies and permissions in
/// IAM](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html),
/// [grammar](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html)
public record Policy(
        DocumentKind kind,
        LanguageVersion version,
        Optional<String> id,
        List<Statement> statements) {

    public Policy {
        statements = List.copyOf(statements);
    }

    /// Reads a document as strictly as AWS does when it is saved.
    ///
    /// @throws MalformedPolicyException in AWS's words, if AWS would not take it
    public static Policy parse(DocumentKind kind, String text) {
        return PolicyReader.read(kind, text);
    }
}
