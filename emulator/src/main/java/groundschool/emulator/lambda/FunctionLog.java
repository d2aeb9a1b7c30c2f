package groundschool.emulator.lambda;

import groundschool.emulator.Principal;
import groundschool.emulator.lambda.runtime.LogLine;
import groundschool.emulator.sandbox.Sandbox;

/// Where what a function logs goes.
record FunctionLog(Sandbox sandbox, Principal.RoleSession role, Runner.Target target) {

    void add(LogLine line) {}
}
