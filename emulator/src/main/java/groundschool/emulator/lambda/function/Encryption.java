package groundschool.emulator.lambda.function;

import java.util.Optional;

/// The key of KMS that a function's variables are under.
///
/// @param sealed what that key has encrypted, in base64: whoever may not decrypt it does not get
///   the variables. Absent if there are none
public record Encryption(String keyArn, Optional<String> sealed) {}
