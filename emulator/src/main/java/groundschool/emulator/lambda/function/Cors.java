package groundschool.emulator.lambda.function;

import java.util.List;
import java.util.Optional;

/// Which pages of other origins may read what a function's URL answers.
///
/// Source: [Cors](https://docs.aws.amazon.com/lambda/latest/api/API_Cors.html)
///
/// @param maxAge in seconds, for which a browser may remember it
public record Cors(
        Optional<Boolean> allowCredentials,
        Optional<List<String>> allowHeaders,
        Optional<List<String>> allowMethods,
        Optional<List<String>> allowOrigins,
        Optional<List<String>> exposeHeaders,
        Optional<Integer> maxAge) {

    public Cors {
        allowHeaders = allowHeaders.map(List::copyOf);
        allowMethods = allowMethods.map(List::copyOf);
        allowOrigins = allowOrigins.map(List::copyOf);
        exposeHeaders = exposeHeaders.map(List::copyOf);
    }
}
