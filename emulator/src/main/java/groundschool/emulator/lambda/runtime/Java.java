package groundschool.emulator.lambda.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Environments of Java, run by the JDK that runs the emulator.
///
/// Source: [Building Lambda functions with
/// Java](https://docs.aws.amazon.com/lambda/latest/dg/lambda-java.html)
record Java(String runtime) implements Language {

    static final Set<String> VERSIONS = Set.of("java17", "java21", "java25");

    /// What our part of the process takes beside the function's heap.
    private static final int OWN_MEGABYTES = 32;

    /// Where its classes lie below a root.
    static final String PACKAGE = "groundschool/emulator/lambda/runtime/jvm";

    private static final String MAIN = "groundschool.emulator.lambda.runtime.jvm.Bootstrap";

    @Override
    public Program find(Programs programs) {
        return programs.java(runtime);
    }

    /// The collector and the compiler are those that AWS starts functions with.
    @Override
    public List<String> command(Program program, Layout layout, EnvironmentSpec spec) {
        var command = new ArrayList<String>();
        command.add(program.executable().toString());
        command.add("-Xmx" + (spec.memorySize() * 85 / 100 - OWN_MEGABYTES) + "m");
        command.add("-Xss1m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:-UsePerfData");
        command.add("-Xshare:auto");
        command.add("-Djava.io.tmpdir=" + layout.temporary());
        command.add("-cp");
        command.add(layout.runtime().resolve("jvm").toString());
        command.add(MAIN);
        command.add(layout.opt().resolve("java/lib").toString());
        command.addAll(layout.relay());
        return command;
    }

    @Override
    public Map<String, String> variables(Layout layout) {
        return Map.of("AWS_EXECUTION_ENV", "AWS_Lambda_" + runtime);
    }

    @Override
    public String label() {
        return "java:" + runtime.substring("java".length());
    }

    @Override
    public boolean isMarked() {
        return true;
    }
}
