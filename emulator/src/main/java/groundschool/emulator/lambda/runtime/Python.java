package groundschool.emulator.lambda.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Environments of Python.
record Python(String runtime) implements Language {

    static final Set<String> VERSIONS =
            Set.of("python3.10", "python3.11", "python3.12", "python3.13", "python3.14");

    private int minor() {
        return Integer.parseInt(runtime.substring("python3.".length()));
    }

    @Override
    public Program find(Programs programs) {
        return programs.python(runtime, minor());
    }

    @Override
    public List<String> command(Program program, Layout layout, EnvironmentSpec spec) {
        var command = new ArrayList<String>();
        command.add(program.executable().toString());
        // No folder of the user's, and nothing compiled is written.
        command.add("-sB");
        command.add(layout.runtime().resolve("bootstrap.py").toString());
        command.add(layout.opt().toString());
        command.addAll(layout.relay());
        return command;
    }

    @Override
    public Map<String, String> variables(Layout layout) {
        return Map.of(
                "AWS_EXECUTION_ENV",
                "AWS_Lambda_" + runtime,
                "LC_CTYPE",
                "C.UTF-8",
                "PYTHONPATH",
                layout.runtime().toString());
    }

    @Override
    public String label() {
        return "python:3." + minor();
    }

    @Override
    public boolean isMarked() {
        return true;
    }
}
