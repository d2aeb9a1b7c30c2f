package groundschool.emulator.cognito;

import groundschool.emulator.Call;
import groundschool.emulator.cognito.branding.Brandings;
import groundschool.emulator.cognito.federation.Identities;
import groundschool.emulator.cognito.federation.IdentityProviders;
import groundschool.emulator.cognito.federation.SamlKeys;
import groundschool.emulator.cognito.flow.Sessions;
import groundschool.emulator.cognito.importing.ImportJobs;
import groundschool.emulator.cognito.login.AllTerms;
import groundschool.emulator.cognito.login.LoginCodes;
import groundschool.emulator.cognito.login.LoginDomain;
import groundschool.emulator.cognito.login.Looks;
import groundschool.emulator.cognito.message.Inbox;
import groundschool.emulator.cognito.passkey.Passkeys;
import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.ResourceServers;
import groundschool.emulator.cognito.token.Grants;
import groundschool.emulator.cognito.token.Keyring;
import groundschool.emulator.cognito.token.PoolKeys;
import groundschool.emulator.cognito.token.Signing;
import groundschool.emulator.cognito.user.Attempts;
import groundschool.emulator.cognito.user.Codes;
import groundschool.emulator.cognito.user.Devices;
import groundschool.emulator.cognito.user.Groups;
import groundschool.emulator.cognito.user.Users;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.SandboxKeys;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The user pools of one sandbox, in all Regions, with all that is in them.
public final class UserPools {

    /// "User pools: 1,000"; this is for one sandbox.
    private static final int MOST_POOLS = 1_000;

    private static final int MOST_CLIENTS = 1_000;

    /// What is kept of each pool in a map of its own.
    private static final String OF_POOLS =
            """
            users names groups members codes sessions grants attempts servers
            signouts logincodes identities identitiesbyuser assertions providers
            passkeys passkeychallenges terms imports importfiles looks devices
            brandings samlkeys risks authevents logdelivery\
            """;

    private final Sandbox sandbox;
    private final Storage storage;
    private final StoredMap<Pool> pools;
    private final StoredMap<AppClient> clients;
    private final StoredMap<LoginDomain> domains;
    private final SecureRandom random = new SecureRandom();
    private final Keyring keyring;

    UserPools(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.storage = sandbox.storage();
        this.pools = storage.map("cognito-idp/pools", new JsonFormat<>(Pool.class));
        this.clients = storage.map("cognito-idp/clients", new JsonFormat<>(AppClient.class));
        this.keyring = new Keyring(storage, random);
        this.domains = storage.map("cognito-idp/domains", new JsonFormat<>(LoginDomain.class));
    }

    /// What nobody may guess.
    public SecureRandom random() {
        return random;
    }

    /// Twelve digits.
    public String account() {
        return sandbox.account();
    }

    /// Where texts are sealed that travel through clients' hands.
    public SandboxKeys seals() {
        return sandbox.keys();
    }

    /// A fresh id of a client, which leads to this sandbox.
    public String newClientId() {
        return ClientId.of(sandbox.id(), random);
    }

    public Optional<Pool> find(String id) {
        return pools.get(Key.of(id));
    }

    /// The pool of that id in the call's Region.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    public Pool pool(String id, Call call) {
        return find(id).filter(pool -> pool.region().equals(call.region()))
                .orElseThrow(() -> CognitoErrors.poolNotFound(id));
    }

    /// The pool of that id, wherever.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    public Pool pool(String id) {
        return find(id).orElseThrow(() -> CognitoErrors.poolNotFound(id));
    }

    /// All pools of a Region, the oldest first.
    public List<Pool> all(String region) {
        return pools.ascending()
                .map(Map.Entry::getValue)
                .filter(pool -> pool.region().equals(region))
                .sorted(Comparator.comparing(Pool::createdAt).thenComparing(Pool::id))
                .toList();
    }

    /// Adds a pool, so that calls without a signature find it.
    public void add(Pool pool) {
        if (pools.size() >= MOST_POOLS) {
            throw CognitoErrors.tooMany("Exceeded the maximum number of user pools.");
        }
        put(pool);
        sandbox.keys().claim(Visitors.claim(pool.id()));
        keyring.begin(pool, id -> find(id).isPresent());
    }

    public void put(Pool pool) {
        pools.put(Key.of(pool.id()), pool);
    }

    /// Deletes a pool with all that is in it.
    public void delete(Pool pool) {
        clients(pool).forEach(client -> clients.remove(Key.of(client.id())));
        pools.remove(Key.of(pool.id()));
        keyring.forget(pool);
        brandings(pool).forget();
        for (var kind : OF_POOLS.split("\\s+")) {
            storage.drop("cognito-idp/" + kind + "/" + pool.id());
        }
    }

    public Optional<AppClient> findClient(String id) {
        return clients.get(Key.of(id));
    }

    /// The client of that id.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    public AppClient client(String id) {
        return findClient(id).orElseThrow(() -> CognitoErrors.clientNotFound(id));
    }

    /// The client of that id in a pool.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    public AppClient client(Pool pool, String id) {
        return findClient(id)
                .filter(client -> client.userPoolId().equals(pool.id()))
                .orElseThrow(() -> CognitoErrors.clientNotFound(id));
    }

    /// The clients of a pool, the oldest first.
    public List<AppClient> clients(Pool pool) {
        return clients.ascending()
                .map(Map.Entry::getValue)
                .filter(client -> client.userPoolId().equals(pool.id()))
                .sorted(Comparator.comparing(AppClient::createdAt).thenComparing(AppClient::id))
                .toList();
    }

    public void add(Pool pool, AppClient client) {
        if (clients(pool).size() >= MOST_CLIENTS) {
            throw CognitoErrors.tooMany("Exceeded the maximum number of clients.");
        }
        put(client);
    }

    public void put(AppClient client) {
        clients.put(Key.of(client.id()), client);
    }

    public void delete(AppClient client) {
        find(client.userPoolId())
                .ifPresent(pool -> {
                    terms(pool).forget(client.id());
                    brandings(pool).of(client.id()).ifPresent(brandings(pool)::delete);
                });
        clients.remove(Key.of(client.id()));
    }

    /// What else a pool keeps, of a kind that goes with it.
    public <V> StoredMap<V> kept(String kind, Pool pool, Class<V> type) {
        return storage.map("cognito-idp/" + kind + "/" + pool.id(), new JsonFormat<>(type));
    }

    /// The people in a pool.
    public Users users(Pool pool) {
        return new Users(pool, storage);
    }

    public Groups groups(Pool pool) {
        return new Groups(pool, storage);
    }

    /// Codes that people were sent, and how often they tried.
    public Codes codes(Pool pool) {
        return new Codes(pool, storage, random);
    }

    /// What people sign in with, and is known again.
    public Devices devices(Pool pool) {
        return new Devices(pool, storage);
    }

    public Attempts attempts(Pool pool) {
        return new Attempts(pool, storage);
    }

    /// Sign-ins that are under way.
    public Sessions sessions(Pool pool) {
        return new Sessions(pool, this, storage);
    }

    /// What refresh tokens stand for.
    public Grants grants(Pool pool) {
        return new Grants(pool, storage);
    }

    /// Codes that applications exchange for tokens.
    public LoginCodes loginCodes(Pool pool) {
        return new LoginCodes(pool, storage);
    }

    /// Who vouches for people of a pool.
    public IdentityProviders identityProviders(Pool pool) {
        return new IdentityProviders(pool, storage);
    }

    /// What a pool uses towards SAML providers.
    public SamlKeys samlKeys(Pool pool) {
        return new SamlKeys(pool, storage);
    }

    /// Who of a pool is who elsewhere.
    public Identities identities(Pool pool) {
        return new Identities(pool, storage);
    }

    /// Keys with which people of a pool sign in.
    public Passkeys passkeys(Pool pool) {
        return new Passkeys(pool, storage);
    }

    /// Files of people who are to be added to a pool.
    public ImportJobs imports(Pool pool) {
        return new ImportJobs(pool, storage);
    }

    /// How the pages of a pool look.
    public Looks looks(Pool pool) {
        return new Looks(pool, storage);
    }

    /// How managed login looks for the applications of a pool.
    public Brandings brandings(Pool pool) {
        return new Brandings(pool, sandbox);
    }

    /// What people of a pool's applications agree to.
    public AllTerms terms(Pool pool) {
        return new AllTerms(pool, storage);
    }

    public ResourceServers resourceServers(Pool pool) {
        return new ResourceServers(pool, storage);
    }

    /// What was sent to people, whichever pool sent it.
    public Inbox inbox() {
        return new Inbox(storage);
    }

    /// The names under which pools have pages.
    public StoredMap<LoginDomain> domains() {
        return domains;
    }

    /// Says that requests to a domain's host may be for this sandbox.
    public void claimDomain(String region, String domain) {
        sandbox.keys().claim(Visitors.domainClaim(region, domain));
    }

    /// The keys that a pool signs with.
    ///
    /// @throws IllegalStateException outside of a transition if they are not there yet
    public PoolKeys keys(Pool pool) {
        return keyring.of(pool.id());
    }

    /// The same, to work with.
    ///
    /// @throws IllegalStateException outside of a transition if they are not there yet
    public Signing signing(Pool pool) {
        return keyring.signing(pool);
    }

    /// Whether the keys of a pool have been made and are kept.
    public boolean hasKeys(Pool pool) {
        return keyring.has(pool);
    }
}
