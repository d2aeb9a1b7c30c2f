package groundschool.emulator.iam.policy;

/// What AWS checks when a policy is saved, in its order. There are two: one for policies of
/// identities, one for policies that name principals. Each has its own words.
interface Grammar {

    /// @param root the document
    /// @throws MalformedPolicyException in AWS's words
    void check(PolicyNode.Fields root);

    /// How it says that the shape of a document is wrong.
    Faults faults();

    static Grammar of(DocumentKind kind) {
        return kind.namesPrincipals() ? new ResourceGrammar(kind) : new IdentityGrammar(kind);
    }

    /// The words for what is wrong with the shape of a document.
    interface Faults {

        MalformedPolicyException notJson();

        /// The document is JSON, but not an object.
        MalformedPolicyException notAnObject(PolicyNode root);

        /// An element that policies do not have, in this case of letters.
        MalformedPolicyException unknownElement(PolicyNode.Field field);

        MalformedPolicyException unknownVersion();

        MalformedPolicyException emptyStatement();

        /// Anything else.
        MalformedPolicyException syntax(Position reached);
    }
}
