package groundschool.emulator.lambda;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.Services;
import groundschool.emulator.kms.KeyClient;
import groundschool.emulator.lambda.function.Encryption;
import groundschool.emulator.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// Asks the key of KMS that a function's variables are under: in the name of whoever sets or reads
/// them, and of the function's role when an environment begins.
///
/// Unlike on AWS the variables themselves lie in the sandbox's state as they are: what the key has
/// encrypted is a token, without which nobody gets them.
///
/// Source: [Securing Lambda environment
/// variables](https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html)
public final class VariableKeys {

    private static final String CONTEXT = "aws:lambda:FunctionArn";
    private static final byte[] TOKEN = "variables".getBytes(StandardCharsets.UTF_8);

    private VariableKeys() {}

    /// Puts variables under a key.
    ///
    /// @param hasVariables whether there are any
    /// @throws AwsException if the caller may not use it, or there is none such
    public static Encryption seal(
            String keyArn, boolean hasVariables, FunctionReference function, Call call) {
        if (!hasVariables) {
            return new Encryption(keyArn, Optional.empty());
        }
        try {
            var sealed =
                    keys(call.as(call.principal()))
                            .encrypt(keyArn, TOKEN, Map.of(CONTEXT, function.functionArn()));
            return new Encryption(keyArn, Optional.of(Base64.getEncoder().encodeToString(sealed)));
        } catch (AwsException refusal) {
            throw LambdaErrors.invalid(
                    "Lambda was unable to configure access to your environment variables because the KMS key is invalid for CreateGrant. Please check your KMS key settings. KMS Exception: %s KMS Message: %s"
                            .formatted(exception(refusal), refusal.message()));
        }
    }

    /// Why a caller does not get the variables of a function; absent if it does.
    public static Optional<AwsException> refusal(
            Optional<Encryption> encryption, FunctionReference function, Call call) {
        return refusal(encryption, function, call.as(call.principal()));
    }

    private static Optional<AwsException> refusal(
            Optional<Encryption> encryption, FunctionReference function, Services.As caller) {
        var sealed = encryption.flatMap(Encryption::sealed);
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        try {
            keys(caller)
                    .decrypt(
                            Base64.getDecoder().decode(sealed.get()),
                            Map.of(CONTEXT, function.functionArn()));
            return Optional.empty();
        } catch (AwsException refusal) {
            return Optional.of(refusal);
        }
    }

    /// Asks for a function that is about to begin.
    ///
    /// @throws AwsException 502, by what is wrong with the key
    static void check(
            Optional<Encryption> encryption,
            FunctionReference function,
            Principal.RoleSession role,
            Sandbox sandbox) {
        refusal(encryption, function, sandbox.services().as(role, function.region()))
                .ifPresent(refusal -> {
                    throw LambdaErrors.noVariables(refusal);
                });
    }

    private static KeyClient keys(Services.As caller) {
        return KeyClient.of(caller.via("lambda"));
    }

    /// As Lambda speaks of errors of KMS.
    static String exception(AwsException refusal) {
        return refusal.code().endsWith("Exception") ? refusal.code() : refusal.code() + "Exception";
    }
}
