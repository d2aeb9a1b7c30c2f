package groundschool.emulator.lambda.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Environments of Node.js.
record NodeJs(String runtime) implements Language {

    static final Set<String> VERSIONS = Set.of("nodejs20.x", "nodejs22.x", "nodejs24.x");

    private int major() {
        return Integer.parseInt(runtime.substring("nodejs".length(), runtime.indexOf('.')));
    }

    @Override
    public Program find(Programs programs) {
        return programs.node(runtime, major());
    }

    /// AWS gives the old generation nine tenths of a function's memory.
    @Override
    public List<String> command(Program program, Layout layout, EnvironmentSpec spec) {
        var command = new ArrayList<String>();
        command.add(program.executable().toString());
        command.add("--max-old-space-size=" + spec.memorySize() * 9 / 10);
        command.add("--max-semi-space-size=" + Math.max(1, spec.memorySize() / 20));
        command.add(layout.runtime().resolve("bootstrap.mjs").toString());
        command.addAll(layout.relay());
        return command;
    }

    @Override
    public Map<String, String> variables(Layout layout) {
        var opt = layout.opt();
        return Map.of(
                "AWS_EXECUTION_ENV",
                "AWS_Lambda_" + runtime,
                "NODE_PATH",
                Stream.of(
                                opt.resolve("nodejs/node" + major() + "/node_modules"),
                                opt.resolve("nodejs/node_modules"),
                                layout.runtime().resolve("node_modules"),
                                layout.runtime(),
                                layout.task())
                        .map(Object::toString)
                        .collect(Collectors.joining(":")));
    }

    @Override
    public String label() {
        return "nodejs:" + major();
    }

    @Override
    public boolean isMarked() {
        return true;
    }
}
