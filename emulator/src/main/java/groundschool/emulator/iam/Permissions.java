package groundschool.emulator.iam;

import groundschool.emulator.Principal;
import groundschool.emulator.Session;
import groundschool.emulator.iam.identity.Grants;
import groundschool.emulator.iam.identity.Group;
import groundschool.emulator.iam.identity.Tag;
import groundschool.emulator.iam.identity.User;
import groundschool.emulator.iam.policy.AttachedPolicy;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.Origin;
import groundschool.emulator.iam.policy.Policies;
import groundschool.emulator.iam.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which policies apply to whom. What was found is kept until something in IAM changes.
public final class Permissions {

    /// Documents come and go; what was read of them is forgotten now and then.
    private static final int MOST_KEPT = 500;

    private final Identities identities;
    private final Map<DocumentOfKind, Policy> read = new ConcurrentHashMap<>();
    private volatile Standing last;

    Permissions(Identities identities) {
        this.identities = identities;
        this.last = new Standing(new Object(), new Object(), this::find);
    }

    private record DocumentOfKind(DocumentKind kind, String text) {}

    /// What follows from IAM as it is now.
    Standing now() {
        var whole = identities.whole();
        var known = last;
        if (known.isOf(whole)) {
            return known;
        }
        var snapshot = identities.snapshot();
        var now =
                known.follows(snapshot)
                        ? known.in(whole)
                        : new Standing(whole, snapshot, this::find);
        last = now;
        return now;
    }

    /// The policies of a principal: those attached to it, its boundary, and those of its session.
    ///
    /// Nobody who is gone has any.
    private Policies find(Principal principal) {
        var own =
                switch (principal) {
                    case Principal.User user ->
                            identities
                                    .user(user.name())
                                    .filter(found -> found.id().equals(user.id()))
                                    .map(this::ofUser)
                                    .orElse(Policies.NONE);
                    case Principal.RoleSession session ->
                            identities
                                    .role(session.role())
                                    .filter(found -> found.id().equals(session.roleId()))
                                    .map(role -> granted(role.grants(), Origin.ROLE))
                                    .orElse(Policies.NONE);
                    case Principal.FederatedUser federated -> find(federated.issuer());
                    case Principal.Root _,
                            Principal.FederatedIdentity _,
                            Principal.Anonymous _,
                            Principal.AwsService _,
                            Principal.Inspector _ ->
                            Policies.NONE;
                };
        return principal
                .session()
                .filter(Session::isLimited)
                .map(session -> own.withSession(ofSession(session)))
                .orElse(own);
    }

    /// The policies of a user: its own, and those of its groups.
    public Policies ofUser(User user) {
        var own = granted(user.grants(), Origin.USER);
        var all = new ArrayList<>(own.identity());
        for (var group : groupsOf(user)) {
            all.addAll(granted(group.grants(), Origin.GROUP).identity());
        }
        return own.withIdentity(all);
    }

    /// The groups that a user is in, by name.
    public List<Group> groupsOf(User user) {
        return user.groups().isEmpty()
                ? List.of()
                : identities.groups().filter(group -> user.groups().contains(group.id())).toList();
    }

    /// What was granted to one entity.
    ///
    /// @param origin of the inline policies
    public Policies granted(Grants grants, Origin origin) {
        var all = new ArrayList<AttachedPolicy>();
        grants.inline()
                .forEach((name, document) ->
                        all.add(
                                AttachedPolicy.inline(
                                        origin, name, read(DocumentKind.INLINE, document))));
        grants.attached().forEach(arn -> managed(arn).ifPresent(all::add));
        var policies = Policies.ofIdentity(all);
        return grants.boundary()
                .flatMap(this::managed)
                .map(policies::withBoundary)
                .orElse(policies);
    }

    private List<AttachedPolicy> ofSession(Session session) {
        var all = new ArrayList<AttachedPolicy>();
        for (var document : session.policies()) {
            all.add(
                    AttachedPolicy.inline(
                            Origin.NONE, "session policy", read(DocumentKind.SESSION, document)));
        }
        session.policyArns().forEach(arn -> managed(arn).ifPresent(all::add));
        return all;
    }

    /// The managed policy of that ARN, ready to be asked.
    public Optional<AttachedPolicy> managed(String arn) {
        return AwsManagedPolicies.all()
                .policy(arn)
                .or(() ->
                        identities
                                .policy(arn)
                                .map(policy -> read(DocumentKind.MANAGED, policy.document())))
                .map(policy -> AttachedPolicy.managed(arn, policy));
    }

    /// A document that was checked when it was saved.
    public Policy read(DocumentKind kind, String document) {
        if (read.size() > MOST_KEPT) {
            read.clear();
        }
        return read.computeIfAbsent(
                new DocumentOfKind(kind, document), each -> Policy.parse(each.kind(), each.text()));
    }

    /// The tags that `aws:PrincipalTag` tests: those of the user or role, and over them those of
    /// the session.
    Map<String, String> tagsOf(Principal principal) {
        var tags = new LinkedHashMap<String, String>();
        var own =
                switch (principal) {
                    case Principal.User user -> identities.user(user.name()).map(User::tags);
                    case Principal.RoleSession session ->
                            identities.role(session.role()).map(role -> role.tags());
                    case Principal.FederatedUser _,
                            Principal.Root _,
                            Principal.FederatedIdentity _,
                            Principal.Anonymous _,
                            Principal.AwsService _,
                            Principal.Inspector _ ->
                            Optional.<List<Tag>>empty();
                };
        own.ifPresent(all -> all.forEach(tag -> tags.put(tag.key(), tag.value())));
        principal.session().ifPresent(session -> tags.putAll(session.tags()));
        return tags;
    }
}
