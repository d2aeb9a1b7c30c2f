package groundschool.emulator.lambda.runtime;

import java.nio.file.Path;

/// What runs a function: an interpreter of this machine.
///
/// @param name such as `Node.js`
/// @param version such as `20.20.2`
/// @param prefix the folder that it needs to see of this machine
record Program(String name, String version, Path executable, Path prefix) {

    @Override
    public String toString() {
        return (name + " " + version).strip();
    }
}
