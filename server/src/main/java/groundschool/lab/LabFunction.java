package groundschool.lab;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.wire.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A function of a lab's sandbox, as it is configured.
///
/// @param memory in MB
/// @param timeout in seconds
/// @param state with its reason, such as `Active`
/// @param runsOn what runs it on this machine, or why nothing does
public record LabFunction(
        String name,
        String runtime,
        String handler,
        int memory,
        int timeout,
        String state,
        String role,
        String runsOn) {

    static List<LabFunction> of(Emulator emulator, Caller caller) {
        var found = new ArrayList<LabFunction>();
        var marker = Optional.<String>empty();
        do {
            var input = Json.mapper().createObjectNode();
            marker.ifPresent(from -> input.put("Marker", from));
            var page = emulator.perform(caller, "lambda", "ListFunctions", input);
            page.path("Functions").forEach(each -> found.add(of(emulator, caller, each)));
            marker = page.path("NextMarker").asStringOpt().filter(from -> !from.isEmpty());
        } while (marker.isPresent());
        return found.stream().sorted(Comparator.comparing(LabFunction::name)).toList();
    }

    /// Lists leave out in which state a function is.
    private static LabFunction of(Emulator emulator, Caller caller, JsonNode listed) {
        var name = listed.path("FunctionName").asString();
        var function =
                emulator.perform(
                        caller,
                        "lambda",
                        "GetFunctionConfiguration",
                        Json.mapper().createObjectNode().put("FunctionName", name));
        var runtime = function.path("Runtime").asString();
        var reason = function.path("StateReason").asString("");
        return new LabFunction(
                name,
                runtime,
                function.path("Handler").asString(""),
                function.path("MemorySize").asInt(),
                function.path("Timeout").asInt(),
                function.path("State").asString("") + (reason.isEmpty() ? "" : ": " + reason),
                function.path("Role").asString(""),
                emulator.standIn(runtime));
    }
}
