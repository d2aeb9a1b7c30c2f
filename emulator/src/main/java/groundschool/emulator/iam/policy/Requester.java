package groundschool.emulator.iam.policy;

import java.util.Optional;

/// Who asks, as far as policies can tell.
///
/// Source: [AWS JSON policy elements:
/// Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html)
public sealed interface Requester {

    /// What AWS's messages call it: an ARN, or a name.
    String arn();

    /// The account that it belongs to, if it belongs to one.
    Optional<String> accountId();

    /// The owner of an account.
    record Root(String account) implements Requester {
        @Override
        public String arn() {
            return "arn:aws:iam::%s:root".formatted(account);
        }

        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }
    }

    /// An IAM user.
    ///
    /// @param arn with its path
    record User(String account, String arn) implements Requester {
        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }
    }

    /// A session of a role.
    ///
    /// @param arn of the session, `arn:aws:sts::account:assumed-role/role/session`
    /// @param roleArn of the role, with its path
    /// @param provider who vouched for the user, if the role was assumed with a web identity or
    ///   SAML
    record RoleSession(String account, String arn, String roleArn, Optional<String> provider)
            implements Requester {

        /// A session that came of AssumeRole.
        public static RoleSession of(String account, String arn, String roleArn) {
            return new RoleSession(account, arn, roleArn, Optional.empty());
        }

        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }
    }

    /// A session that came of GetFederationToken.
    ///
    /// @param arn `arn:aws:sts::account:federated-user/name`
    /// @param issuerArn of the user, or root, who asked for the token
    record FederatedUser(String account, String arn, String issuerArn) implements Requester {

        boolean issuedByRoot() {
            return issuerArn.endsWith(":root");
        }

        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }
    }

    /// Somebody whom an identity provider vouches for, on the way to a role: the caller of
    /// AssumeRoleWithWebIdentity or AssumeRoleWithSAML.
    ///
    /// @param provider such as `cognito-identity.amazonaws.com`, or the provider's ARN
    record FederatedIdentity(String provider, String arn) implements Requester {
        @Override
        public Optional<String> accountId() {
            return Optional.empty();
        }
    }

    /// A service of AWS that acts on its own behalf.
    ///
    /// @param name such as `lambda.amazonaws.com`
    record Service(String name) implements Requester {
        @Override
        public String arn() {
            return name;
        }

        @Override
        public Optional<String> accountId() {
            return Optional.empty();
        }
    }

    /// Nobody in particular.
    record Anonymous() implements Requester {
        @Override
        public String arn() {
            return "anonymous";
        }

        @Override
        public Optional<String> accountId() {
            return Optional.empty();
        }
    }
}
