package groundschool.emulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who makes a call.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Principal.Root.class, name = "root"),
    @JsonSubTypes.Type(value = Principal.User.class, name = "user"),
    @JsonSubTypes.Type(value = Principal.RoleSession.class, name = "role"),
    @JsonSubTypes.Type(value = Principal.FederatedUser.class, name = "federated"),
    @JsonSubTypes.Type(value = Principal.FederatedIdentity.class, name = "identity"),
    @JsonSubTypes.Type(value = Principal.Anonymous.class, name = "anonymous"),
    @JsonSubTypes.Type(value = Principal.Inspector.class, name = "inspector")
})
public sealed interface Principal {

    /// Twelve digits.
    String account();

    /// Who it is, as an ARN.
    String arn();

    /// What `aws:userid` is, such as `AIDA…` for a user.
    String userId();

    /// What its temporary credentials carry; absent if they are permanent.
    Optional<Session> session();

    /// The account's owner, who may do everything.
    record Root(String account) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":root";
        }

        @Override
        public String userId() {
            return account;
        }

        @Override
        public Optional<Session> session() {
            return Optional.empty();
        }
    }

    /// An IAM user.
    ///
    /// @param path `/`, or longer
    /// @param id beginning with `AIDA`, which outlives a change of name
    /// @param session present if the credentials are those of GetSessionToken
    record User(String account, String path, String name, String id, Optional<Session> session)
            implements Principal {

        /// One with permanent credentials.
        public User(String account, String path, String name, String id) {
            this(account, path, name, id, Optional.empty());
        }

        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":user" + path + name;
        }

        @Override
        public String userId() {
            return id;
        }
    }

    /// Whoever has assumed a role.
    ///
    /// @param path the role's
    /// @param role the role's name
    /// @param roleId beginning with `AROA`
    /// @param name the session's
    record RoleSession(
            String account, String path, String role, String roleId, String name, Session held)
            implements Principal {
        @Override
        public String arn() {
            return "arn:aws:sts::" + account + ":assumed-role/" + role + "/" + name;
        }

        /// The role's own ARN.
        public String roleArn() {
            return "arn:aws:iam::" + account + ":role" + path + role;
        }

        @Override
        public String userId() {
            return roleId + ":" + name;
        }

        @Override
        public Optional<Session> session() {
            return Optional.of(held);
        }
    }

    /// Whoever has credentials of GetFederationToken.
    ///
    /// @param issuer the user, or root, who asked for them
    record FederatedUser(String account, String name, Principal issuer, Session held)
            implements Principal {
        @Override
        public String arn() {
            return "arn:aws:sts::" + account + ":federated-user/" + name;
        }

        @Override
        public String userId() {
            return account + ":" + name;
        }

        @Override
        public Optional<Session> session() {
            return Optional.of(held);
        }
    }

    /// Whoever an identity provider vouches for, on the way to a role.
    ///
    /// @param provider the provider's ARN
    /// @param subject who it is, as the provider says
    /// @param audience whom the provider says it to
    /// @param claims that policies may test, by context key
    /// @param tags that the provider gives the session, by key
    /// @param transitiveTags the keys of those that go along to the next session
    /// @param assertion what else a SAML provider says; absent if the provider speaks another
    ///   language
    record FederatedIdentity(
            String account,
            String provider,
            String subject,
            String audience,
            Map<String, List<String>> claims,
            Map<String, String> tags,
            List<String> transitiveTags,
            Optional<String> sourceIdentity,
            Optional<SamlAssertion> assertion)
            implements Principal {

        /// One of a provider that speaks OpenID Connect.
        public FederatedIdentity(
                String account,
                String provider,
                String subject,
                String audience,
                Map<String, List<String>> claims,
                Map<String, String> tags,
                List<String> transitiveTags,
                Optional<String> sourceIdentity) {
            this(
                    account,
                    provider,
                    subject,
                    audience,
                    claims,
                    tags,
                    transitiveTags,
                    sourceIdentity,
                    Optional.empty());
        }

        public FederatedIdentity {
            claims = Map.copyOf(claims);
            tags = Map.copyOf(tags);
            transitiveTags = List.copyOf(transitiveTags);
        }

        @Override
        public String arn() {
            return provider + ":" + subject;
        }

        @Override
        public String userId() {
            return provider + ":" + audience + ":" + subject;
        }

        @Override
        public Optional<Session> session() {
            return Optional.empty();
        }
    }

    /// What a SAML provider says of a session.
    ///
    /// @param issuer what the provider calls itself
    /// @param subjectType the format of the subject's name
    /// @param nameQualifier tells the providers of all accounts apart
    /// @param sessionName what the session is to be called
    /// @param sessionSeconds how long it is to last where the request does not say
    /// @param sessionEndsAt when it ends, if the provider says so
    record SamlAssertion(
            String issuer,
            String subjectType,
            String nameQualifier,
            String sessionName,
            Optional<Integer> sessionSeconds,
            Optional<Instant> sessionEndsAt) {}

    /// Whoever calls what needs no signature.
    record Anonymous(String account) implements Principal {
        @Override
        public String arn() {
            return "anonymous";
        }

        @Override
        public String userId() {
            return "";
        }

        @Override
        public Optional<Session> session() {
            return Optional.empty();
        }
    }

    /// The grader: outside the learner's IAM; what it does takes no capacity and stands in no
    /// ledger.
    record Inspector(String account) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":inspector";
        }

        @Override
        public String userId() {
            return "";
        }

        @Override
        public Optional<Session> session() {
            return Optional.empty();
        }
    }
}
