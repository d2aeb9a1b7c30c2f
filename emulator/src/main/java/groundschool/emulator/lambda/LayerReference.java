package groundschool.emulator.lambda;

import groundschool.emulator.Call;

/// A layer, as requests name it: by its name, or by its ARN.
public record LayerReference(String name, String account, String region) {

    public static LayerReference of(String text, Call call) {
        if (!text.startsWith("arn:")) {
            return new LayerReference(text, call.account(), call.region());
        }
        // arn:aws:lambda:region:account:layer:name
        var parts = text.split(":");
        return new LayerReference(parts[6], parts[4], parts[3]);
    }

    /// The layer's own ARN.
    public String layerArn() {
        return "arn:aws:lambda:%s:%s:layer:%s".formatted(region, account, name);
    }

    public String versionArn(long version) {
        return layerArn() + ":" + version;
    }

    /// @throws groundschool.emulator.AwsException if no version can have that number
    public static long requirePositive(long version) {
        if (version < 1) {
            throw LambdaErrors.invalid("Layer Version Cannot be less than 1");
        }
        return version;
    }
}
