package groundschool.emulator.iam;

import groundschool.emulator.Address;
import groundschool.emulator.Caller;
import groundschool.emulator.Operation;
import groundschool.emulator.Principal;
import groundschool.emulator.Service;
import groundschool.emulator.Session;
import groundschool.emulator.iam.identity.LastUse;
import groundschool.emulator.iam.identity.User;
import groundschool.emulator.iam.identity.UserKey;
import groundschool.emulator.iam.operation.IamOperation;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Storage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.module.SimpleModule;

/// AWS Identity and Access Management.
public final class Iam implements Service<Identities> {

    /// The service, for those who ask a sandbox for who there is.
    public static final Iam SERVICE = new Iam();

    private Iam() {}

    @Override
    public String name() {
        return "iam";
    }

    /// Which policies meet as `aws:RequestedRegion`, so that those that deny other Regions must let
    /// it be.
    @Override
    public Optional<String> home() {
        return Optional.of("us-east-1");
    }

    @Override
    public Address address() {
        return new Address.Query("2010-05-08");
    }

    @Override
    public Class<? extends Operation<Identities>> operations() {
        return IamOperation.class;
    }

    @Override
    public JacksonModule json() {
        return new SimpleModule("iam");
    }

    @Override
    public void check(String operation, JsonNode input) {
        IamNames.check(input);
    }

    /// Credentials of GetSessionToken must show a second factor, and those of GetFederationToken
    /// are for other services.
    ///
    /// Source: [Compare STS
    /// credentials](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html)
    @Override
    public void admit(Caller caller) {
        var isWelcome =
                switch (caller.principal()) {
                    case Principal.User user -> user.session().map(Session::mfa).orElse(true);
                    case Principal.FederatedUser _ -> false;
                    case Principal.Root _,
                            Principal.RoleSession _,
                            Principal.FederatedIdentity _,
                            Principal.Anonymous _,
                            Principal.AwsService _,
                            Principal.Inspector _ ->
                            true;
                };
        if (!isWelcome) {
            throw IamErrors.invalidToken();
        }
    }

    @Override
    public Identities open(Storage storage) {
        return new Identities(storage);
    }

    /// Gives a new sandbox its first user, an administrator who holds the key; one that was founded
    /// before is left as it is.
    public static void found(Sandbox sandbox, AccessKey key) {
        if (!(key.principal() instanceof Principal.User first)) {
            return;
        }
        sandbox.storage()
                .transition(() -> {
                    var identities = sandbox.state(SERVICE);
                    if (identities.founding().isPresent()) {
                        return;
                    }
                    var now = sandbox.clock().now();
                    var user = User.fresh(first.path(), first.name(), first.id(), now);
                    identities.put(
                            user.with(
                                    user.grants().attach(AwsManagedPolicies.ADMINISTRATOR_ACCESS)));
                    identities.put(new UserKey(key.id(), first.id(), true, now, Optional.empty()));
                    identities.found(now);
                });
    }

    /// Whether a permanent key still lets anybody in: root's always does, a user's as long as IAM
    /// has it, and has it active.
    public static boolean isActive(AccessKey key, Sandbox sandbox) {
        return switch (key.principal()) {
            case Principal.User _ -> sandbox.state(SERVICE).key(key.id(), false).isPresent();
            case Principal.Root _ ->
                    sandbox.state(SERVICE).key(key.id(), true).map(UserKey::isActive).orElse(true);
            case Principal.RoleSession _,
                    Principal.FederatedUser _,
                    Principal.FederatedIdentity _,
                    Principal.Anonymous _,
                    Principal.AwsService _,
                    Principal.Inspector _ ->
                    true;
        };
    }

    /// The user of that name, for those in this process who act as somebody.
    public static Optional<Principal.User> user(String name, Sandbox sandbox) {
        return sandbox.state(SERVICE)
                .user(name)
                .map(user ->
                        new Principal.User(sandbox.account(), user.path(), user.name(), user.id()));
    }

    /// A session of the role of that name, for those in this process who act as somebody; its trust
    /// policy is not asked.
    public static Optional<Principal.RoleSession> role(
            String name, String session, Sandbox sandbox) {
        var now = sandbox.clock().now();
        return sandbox.state(SERVICE)
                .role(name)
                .map(role ->
                        new Principal.RoleSession(
                                sandbox.account(),
                                role.path(),
                                role.name(),
                                role.id(),
                                session,
                                Session.lasting(now, now.plusSeconds(role.maxSessionSeconds()))));
    }

    /// Notes that a key, or a role, was used, in the transition of its call.
    public static void noteUse(Caller caller, String service, Instant now) {
        var identities = caller.sandbox().state(SERVICE);
        var use = new LastUse(now, caller.region(), service);
        switch (caller.principal()) {
            case Principal.User user -> noteUse(caller, user, identities, use);
            case Principal.RoleSession session ->
                    identities
                            .role(session.role())
                            .filter(role -> isNews(role.lastUsed(), use))
                            .ifPresent(role -> {
                                identities.put(role.used(use));
                                identities.noteAccess(role.id(), use);
                            });
            case Principal.Root _ ->
                    caller.key()
                            .filter(id -> !id.startsWith("ASIA"))
                            .map(id -> identities.key(id, true).orElseGet(() -> root(id, use)))
                            .filter(key -> isNews(key.lastUsed(), use))
                            .ifPresent(key -> identities.put(key.used(use)));
            case Principal.FederatedUser _,
                    Principal.FederatedIdentity _,
                    Principal.Anonymous _,
                    Principal.AwsService _,
                    Principal.Inspector _ -> {}
        }
    }

    /// A key knows its last use, so that most calls need no other look; temporary keys are not
    /// known.
    private static void noteUse(
            Caller caller, Principal.User user, Identities identities, LastUse use) {
        var key = caller.key().flatMap(id -> identities.key(id, true));
        if (key.filter(each -> !isNews(each.lastUsed(), use)).isPresent()) {
            return;
        }
        key.ifPresent(each -> identities.put(each.used(use)));
        identities.noteAccess(user.id(), use);
    }

    /// Root's first key comes from outside: IAM knows of it since it was first used.
    private static UserKey root(String id, LastUse use) {
        return new UserKey(
                id, "", true, use.at().truncatedTo(ChronoUnit.SECONDS), Optional.empty());
    }

    /// A caller as it is called now: whoever holds a user's credentials is the user that has the
    /// id, also if it was renamed since, or if that was taken back.
    public static Caller current(Caller caller) {
        return switch (caller.principal()) {
            // A read, which takes no lock: what has changed when IAM is asked is seen then.
            case Principal.User _, Principal.FederatedUser _ ->
                    caller.as(current(caller.principal(), caller.sandbox().state(SERVICE)));
            case Principal.Root _,
                    Principal.RoleSession _,
                    Principal.FederatedIdentity _,
                    Principal.Anonymous _,
                    Principal.AwsService _,
                    Principal.Inspector _ ->
                    caller;
        };
    }

    private static Principal current(Principal principal, Identities identities) {
        return switch (principal) {
            case Principal.User(var account, _, var name, var id, var session) ->
                    identities
                            .user(name)
                            .filter(user -> user.id().equals(id))
                            .or(() -> identities.userOfId(id))
                            .<Principal>map(user -> {
                                var now =
                                        new Principal.User(
                                                account, user.path(), user.name(), id, session);
                                // Mostly the same: who has it need not be made anew.
                                return now.equals(principal) ? principal : now;
                            })
                            .orElse(principal);
            case Principal.FederatedUser(var account, var name, var issuer, var held) ->
                    new Principal.FederatedUser(account, name, current(issuer, identities), held);
            case Principal.Root _,
                    Principal.RoleSession _,
                    Principal.FederatedIdentity _,
                    Principal.Anonymous _,
                    Principal.AwsService _,
                    Principal.Inspector _ ->
                    principal;
        };
    }

    private static boolean isNews(Optional<LastUse> before, LastUse use) {
        return before.map(last -> last.isOutdatedBy(use)).orElse(true);
    }
}
