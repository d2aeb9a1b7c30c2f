package groundschool.emulator.lambda;

import groundschool.emulator.Call;
import groundschool.emulator.lambda.function.FunctionVersion;
import groundschool.emulator.lambda.function.LayerVersion;

/// Links to the archives of functions and layers.
public final class CodeLinks {

    private CodeLinks() {}

    public static String of(FunctionVersion version, Functions functions, Call call) {
        return CodeLink.of(version.code(), "tasks", version.function(), functions.sandbox(), call);
    }

    public static String of(LayerVersion version, Functions functions, Call call) {
        return CodeLink.of(version.code(), "layers", version.layer(), functions.sandbox(), call);
    }
}
