package groundschool.emulator;

import groundschool.emulator.sandbox.Sandbox;

/// Who calls, in which sandbox, in which Region.
///
/// @param region such as `eu-west-1`: that of the signature's scope
public record Caller(Sandbox sandbox, Principal principal, String region) {

    /// The grader of a sandbox.
    public static Caller inspector(Sandbox sandbox, String region) {
        return new Caller(sandbox, new Principal.Inspector(sandbox.account()), region);
    }
}
