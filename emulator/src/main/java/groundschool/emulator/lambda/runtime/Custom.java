package groundschool.emulator.lambda.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Environments that run whatever executable the function brings as `bootstrap`.
///
/// Source: [Building a custom
/// runtime](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html)
record Custom(String runtime) implements Language {

    static final Set<String> VERSIONS = Set.of("provided.al2023", "provided.al2");

    /// Python runs the relay where there must be one: of the interpreters that machines have, it
    /// takes the least memory.
    @Override
    public Program find(Programs programs) {
        return programs.custom(runtime);
    }

    @Override
    public List<String> command(Program program, Layout layout, EnvironmentSpec spec) {
        var bootstrap =
                Files.exists(spec.code().resolve("bootstrap"))
                        ? layout.task().resolve("bootstrap")
                        : layout.opt().resolve("bootstrap");
        var command = new ArrayList<String>();
        if (!layout.relay().isEmpty()) {
            command.add(program.executable().toString());
            command.add("-sBS");
            command.add(layout.runtime().resolve("relay.py").toString());
            command.addAll(layout.relay());
            command.add("--");
        }
        command.add(bootstrap.toString());
        return command;
    }

    @Override
    public Map<String, String> variables(Layout layout) {
        return Map.of();
    }

    @Override
    public String label() {
        return "provided:" + runtime.substring("provided.".length());
    }

    @Override
    public boolean isMarked() {
        return false;
    }

    @Override
    public Optional<String> faultOfEntry(EnvironmentSpec spec, int status) {
        var places = new ArrayList<Path>();
        places.add(spec.code().resolve("bootstrap"));
        spec.layers().reversed().forEach(layer -> places.add(layer.resolve("bootstrap")));
        var found = places.stream().filter(Files::exists).findFirst();
        if (found.isEmpty()) {
            return Optional.of(
                    "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]");
        }
        var seen = found.get().equals(places.getFirst()) ? "/var/task/bootstrap" : "/opt/bootstrap";
        if (!Files.isExecutable(found.get())) {
            return Optional.of("fork/exec " + seen + ": permission denied");
        }
        return status == 126
                ? Optional.of("fork/exec " + seen + ": exec format error")
                : Optional.empty();
    }
}
