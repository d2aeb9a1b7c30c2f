package groundschool.emulator.sandbox;

import groundschool.emulator.Principal;

/// A key that signs calls, and whom and where it lets in.
///
/// @param id 16–128 of `[A-Za-z0-9_]`
/// @param secret what signatures are made with
/// @param sandbox the id of the sandbox that it opens
public record AccessKey(String id, String secret, Principal principal, String sandbox) {

    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
