package groundschool.emulator.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// Functions of Java whose code is compiled in a test.
abstract class JavaFunctions {

    static Runtimes runtimes;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        runtimes = new LocalRuntimes(Path.of("/nowhere"), 20, true);
    }

    @AfterAll
    static void stop() {
        runtimes.close();
    }

    Function function(String code, Path... also) {
        var function = new Function(runtimes, "java21").handler("example.Greeter").memory(512);
        try {
            compile(function.code(), "example", "Greeter", code, also);
            var lib = Files.createDirectories(function.code().resolve("lib"));
            Files.copy(jarOf(RequestHandler.class), lib.resolve("core.jar"));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return function;
    }

    static void compile(Path into, String packageName, String name, String code, Path... also)
            throws IOException {
        var source = Files.createTempDirectory("source").resolve(name + ".java");
        Files.writeString(
                source,
                """
                package %s;
                import com.amazonaws.services.lambda.runtime.*;
                import java.io.*;
                import java.util.*;
                """
                                .formatted(packageName)
                        + code);
        var path =
                Stream.concat(
                                Stream.of(System.getProperty("java.class.path")),
                                Stream.of(also).map(Path::toString))
                        .reduce((one, other) -> one + ":" + other)
                        .orElseThrow();
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                List.of(
                                                "--release",
                                                "21",
                                                "-proc:none",
                                                "-cp",
                                                path,
                                                "-d",
                                                into.toString(),
                                                source.toString())
                                        .toArray(String[]::new));
        assertThat(status).isZero();
    }

    static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    static void jar(Path classes, Path to) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(to));
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                jar.write(Files.readAllBytes(file));
            }
        }
    }
}
