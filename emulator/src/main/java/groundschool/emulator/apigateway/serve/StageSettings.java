package groundschool.emulator.apigateway.serve;

import groundschool.emulator.apigateway.rest.MethodSetting;

/// What a stage has set for a method.
final class StageSettings {

    private StageSettings() {}

    /// By what settings of a method are kept: `pets~1{id}/GET`, and `~1/GET` at the root.
    static String key(String resourcePath, String verb) {
        var path = resourcePath.equals("/") ? "/" : resourcePath.substring(1);
        return path.replace("/", "~1") + "/" + verb;
    }

    /// What counts for a method.
    static MethodSetting of(Exchange exchange) {
        var settings = exchange.stage().methodSettings();
        var own = settings.get(key(exchange.resource().path(), exchange.method().verb()));
        return own != null ? own : settings.getOrDefault("*/*", MethodSetting.USUAL);
    }
}
