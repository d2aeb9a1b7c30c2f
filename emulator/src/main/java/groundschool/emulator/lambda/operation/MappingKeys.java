package groundschool.emulator.lambda.operation;

import groundschool.emulator.Call;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Map;

/// What policies may test of an event source mapping.
final class MappingKeys {

    private MappingKeys() {}

    static Map<String, List<String>> of(String uuid, Functions functions, Call call) {
        return functions
                .mappings()
                .find(call.region(), uuid)
                .map(mapping -> Map.of("lambda:FunctionArn", List.of(mapping.functionArn())))
                .orElse(Map.of());
    }
}
