package groundschool.emulator.lambda.runtime;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Where functions' code runs: makes execution environments when there are invocations for them,
/// keeps them warm, and ends them.
///
/// Source: [Lambda execution
/// environments](https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html)
public interface Runtimes extends AutoCloseable {

    /// How many environments one machine has at once.
    int MOST_ENVIRONMENTS = 100;

    /// How many of a version are kept ready, however many are asked for.
    int MOST_PROVISIONED = 10;

    /// Where nothing is installed.
    Path NOWHERE = Path.of("/nonexistent/runtimes");

    /// Runs a function once and waits for its answer, in an environment that is idle or in a new
    /// one. Holds no lock; how many run at once is the caller's to limit.
    ///
    /// A function that fails, times out or exits has a result that says so.
    ///
    /// @throws groundschool.emulator.AwsException if this machine cannot run the function at all
    Invocation.Result invoke(EnvironmentSpec spec, Invocation invocation);

    /// Initializes environments before they are needed, and keeps so many until they are let go:
    /// whichever ends is made anew.
    ///
    /// Unlike AWS, at most [#MOST_PROVISIONED] of them: more invocations than that find the others
    /// initialized by those before.
    ///
    /// @param log takes what they log meanwhile
    /// @return whether they are ready: not if one could not be initialized
    /// @throws groundschool.emulator.AwsException if this machine cannot run the function at all
    boolean provision(EnvironmentSpec spec, int count, Consumer<LogLine> log);

    /// Lets go of environments that were provisioned.
    ///
    /// @param key of their spec
    void unprovision(String key);

    /// Ends all environments of a function, in all versions, once their invocations have ended.
    ///
    /// @param sandbox an id
    /// @param functionArn without qualifier
    void retire(String sandbox, String functionArn);

    /// Ends all environments of a sandbox, once their invocations have ended.
    ///
    /// @param sandbox an id
    void retire(String sandbox);

    /// What of this machine runs functions of a runtime, and whether they are isolated; or why
    /// nothing does.
    ///
    /// @param runtime such as `nodejs22.x`
    String standIn(String runtime);

    /// Ends all environments at once.
    @Override
    void close();

    /// What whoever starts an emulator should know of this machine; nothing if functions are locked
    /// in.
    static Optional<String> warning() {
        return new Programs(NOWHERE, Programs.path(), false).named("bwrap").isPresent()
                ? Optional.empty()
                : Optional.of(
                        "Functions will run without isolation, for there is no bwrap on the PATH: their code can read what you can. Install bubblewrap if others than you create functions.");
    }

    /// Those of this machine, made when the first function runs.
    ///
    /// @param installed the folder of the runtimes that were installed for Groundschool; need not
    ///   be there
    static Runtimes local(Optional<Path> installed) {
        return new LazyRuntimes(
                () -> new LocalRuntimes(installed.orElse(NOWHERE), MOST_ENVIRONMENTS, true));
    }
}
