package groundschool.emulator.lambda.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/// The few files of `/etc` that programs ask who they are and where `localhost` is: an environment
/// knows one user beside root, who has AWS's name.
final class Accounts {

    static final List<String> FILES = List.of("passwd", "group", "hosts", "nsswitch.conf");

    private Accounts() {}

    /// Writes them.
    ///
    /// @param user the number of the environment's user
    static void write(Path folder, int user) throws IOException {
        Files.createDirectories(folder);
        var texts =
                Map.of(
                        "passwd",
                        "root:x:0:0:root:/root:/sbin/nologin\nsbx_user1051:x:%d:%d::/home/sbx_user1051:/sbin/nologin\n"
                                .formatted(user, user),
                        "group",
                        "root:x:0:\nsbx_user1051:x:%d:\n".formatted(user),
                        "hosts",
                        "127.0.0.1 localhost\n127.0.0.1 sandbox.localdomain sandbox\n",
                        "nsswitch.conf",
                        "passwd: files\ngroup: files\nhosts: files\n");
        for (var file : FILES) {
            var path = folder.resolve(file);
            Files.writeString(path, texts.getOrDefault(file, ""));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
