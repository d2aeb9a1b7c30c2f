package groundschool.emulator.lambda.runtime;

import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;

/// Answers the calls to AWS that a function makes. They are signed with the credentials that it was
/// given, which say whose sandbox they are for.
@FunctionalInterface
public interface Entrance {

    HttpResponse answer(HttpRequest request);
}
