package groundschool.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;

/// The key of an emulator that was given none: made once, and found again in the data folder.
final class OwnKey {

    private static final String ID_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String SECRET_SIGNS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final SecureRandom RANDOM = new SecureRandom();

    private OwnKey() {}

    /// The key that is kept in a folder, or a new one that is kept there from now on.
    ///
    /// @param data absent for a key that nobody keeps
    static CredentialsFile.Line of(Optional<Path> data, String account) {
        return data.map(folder -> kept(folder.resolve("key.csv"), account))
                .orElseGet(() -> fresh(account));
    }

    private static CredentialsFile.Line kept(Path file, String account) {
        if (Files.exists(file)) {
            return CredentialsFile.read(file).getFirst();
        }
        var key = fresh(account);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var half = file.resolveSibling("key.csv.new");
            Files.deleteIfExists(half);
            // Whoever can read it can act as the account's root.
            Files.createFile(
                    half,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    half, "%s,%s,%s%n".formatted(key.accessKeyId(), key.secret(), key.account()));
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CommandFailed(
                    "The key cannot be kept in %s: %s".formatted(file, e.getMessage()));
        }
        return key;
    }

    private static CredentialsFile.Line fresh(String account) {
        return new CredentialsFile.Line(
                "AKIA" + signs(16, ID_SIGNS), signs(40, SECRET_SIGNS), account);
    }

    private static String signs(int count, String alphabet) {
        var signs = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            signs.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return signs.toString();
    }
}
