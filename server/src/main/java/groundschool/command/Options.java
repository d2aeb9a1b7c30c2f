package groundschool.command;

import groundschool.web.Version;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/// The command line of the two commands that are started often, said by calls: the annotations that
/// the other commands carry are read by reflection, which took a tenth of a start.
final class Options {

    private Options() {}

    /// A command with `--help` and `--version`, and no option of its own yet.
    static CommandSpec of(Callable<Integer> command, String... description) {
        var spec = CommandSpec.wrapWithoutInspection(command);
        spec.usageMessage().description(description);
        spec.versionProvider(() -> new String[] {"groundschool " + Version.NAME});
        spec.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build());
        spec.addOption(
                OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build());
        return spec;
    }

    /// An option that may be given once.
    static <T> OptionSpec.Builder one(String name, Class<T> type, Consumer<T> set) {
        return OptionSpec.builder(name).type(type).setter(setter(type, set));
    }

    /// An option that may be given again and again.
    @SuppressWarnings("unchecked") // picocli makes the list of what it was told to put in
    static OptionSpec.Builder many(String name, Consumer<List<String>> set) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .setter(setter(List.class, set::accept));
    }

    private static <T> ISetter setter(Class<T> type, Consumer<T> set) {
        return new ISetter() {
            @Override
            @SuppressWarnings("unchecked") // boxed, where the type is a primitive one
            public <V extends @Nullable Object> V set(V value) {
                // What comes before anything is given: the field already holds what is meant then.
                if (value != null) {
                    set.accept((T) value);
                }
                return value;
            }
        };
    }
}
