package groundschool.emulator.iam.policy;

import java.util.Optional;

/// One question: may they do this action on this resource?
///
/// Source: [Processing the request
/// context](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-reqcontext.html)
///
/// @param action such as `dynamodb:GetItem`
/// @param resource an ARN, or `*` where the action knows no resource
/// @param resourceAccount who owns the resource, empty if it is the requester's own account
/// @param canonicalUser S3's name for the requester's account, if it has one
public record Question(
        String action,
        String resource,
        Optional<String> resourceAccount,
        Requester requester,
        Optional<String> canonicalUser,
        RequestContext context) {

    /// A question about something in the requester's own account.
    public static Question of(
            String action, String resource, Requester requester, RequestContext context) {
        return new Question(
                action, resource, Optional.empty(), requester, Optional.empty(), context);
    }

    /// The same, about something that this account owns.
    public Question ownedBy(String account) {
        return new Question(
                action, resource, Optional.of(account), requester, canonicalUser, context);
    }

    /// Whether requester and resource are of different accounts.
    public boolean crossesAccounts() {
        return requester
                .accountId()
                .map(own -> !resourceAccount.orElse(own).equals(own))
                .orElse(false);
    }
}
