package groundschool.emulator.iam.credential;

import groundschool.emulator.iam.Identities;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.StoredMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the users of an account have besides access keys, passwords and second factors; and the
/// account's server certificates.
public final class Credentials {

    private final StoredMap<SshPublicKey> sshKeys;
    private final StoredMap<SigningCertificate> signing;
    private final StoredMap<ServiceCredential> services;
    private final StoredMap<ServerCertificate> servers;

    private Credentials(Identities identities) {
        this.sshKeys = identities.map("ssh-keys", SshPublicKey.class);
        this.signing = identities.map("signing-certificates", SigningCertificate.class);
        this.services = identities.map("service-credentials", ServiceCredential.class);
        this.servers = identities.map("server-certificates", ServerCertificate.class);
    }

    /// Those of the account that these identities are in.
    public static Credentials in(Identities identities) {
        return new Credentials(identities);
    }

    public Stream<SshPublicKey> sshKeysOf(String userId) {
        return all(sshKeys).filter(key -> key.userId().equals(userId));
    }

    public Optional<SshPublicKey> sshKey(String id) {
        return sshKeys.get(Key.of(id));
    }

    public void put(SshPublicKey key) {
        sshKeys.put(Key.of(key.id()), key);
    }

    public void remove(SshPublicKey key) {
        sshKeys.remove(Key.of(key.id()));
    }

    /// The certificates of a user, or root's if the id is empty.
    public Stream<SigningCertificate> signingCertificatesOf(String userId) {
        return all(signing).filter(certificate -> certificate.userId().equals(userId));
    }

    public Optional<SigningCertificate> signingCertificate(String id) {
        return signing.get(Key.of(id));
    }

    public void put(SigningCertificate certificate) {
        signing.put(Key.of(certificate.id()), certificate);
    }

    public void remove(SigningCertificate certificate) {
        signing.remove(Key.of(certificate.id()));
    }

    /// All credentials for single services.
    public Stream<ServiceCredential> serviceCredentials() {
        return all(services);
    }

    public Optional<ServiceCredential> serviceCredential(String id) {
        return services.get(Key.of(id));
    }

    public void put(ServiceCredential credential) {
        services.put(Key.of(credential.id()), credential);
    }

    public void remove(ServiceCredential credential) {
        services.remove(Key.of(credential.id()));
    }

    /// All server certificates, by name.
    public Stream<ServerCertificate> serverCertificates() {
        return all(servers);
    }

    public Optional<ServerCertificate> serverCertificate(String name) {
        return servers.get(key(name));
    }

    public void put(ServerCertificate certificate) {
        servers.put(key(certificate.name()), certificate);
    }

    public void remove(ServerCertificate certificate) {
        servers.remove(key(certificate.name()));
    }

    private static <V> Stream<V> all(StoredMap<V> map) {
        return map.ascending().map(Map.Entry::getValue);
    }

    /// Names compare without regard to case.
    private static Key key(String name) {
        return Key.of(name.toLowerCase(Locale.ROOT));
    }
}
