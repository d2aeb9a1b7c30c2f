package groundschool.emulator.lambda.operation;

import groundschool.emulator.Call;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.function.Function;
import groundschool.emulator.lambda.function.FunctionVersion;
import java.util.Optional;

/// Gives the newest version of a function a number.
final class Publishing {

    private Publishing() {}

    /// The new version; or the last one, if nothing has changed since.
    static FunctionVersion publish(
            Function function, Optional<String> description, Functions functions, Call call) {
        var latest = function.latest();
        var last =
                functions
                        .versions(call.region(), function.name())
                        .reduce((_, later) -> later)
                        .filter(version -> isSame(version, latest));
        if (last.isPresent()) {
            return last.get();
        }
        int number = function.lastVersion() + 1;
        var published =
                latest.published(
                        Integer.toString(number),
                        description.orElse(latest.configuration().description()),
                        functions.revision(call));
        functions.putVersion(published, call.region());
        functions.put(
                function.with(latest.revised(functions.revision(call))).numbered(number),
                call.region());
        return published;
    }

    private static boolean isSame(FunctionVersion published, FunctionVersion latest) {
        var description = latest.configuration().description();
        return published.code().equals(latest.code())
                && published.configuration().described(description).equals(latest.configuration());
    }
}
