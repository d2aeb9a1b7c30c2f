package groundschool.emulator;

import java.net.URI;

/// The emulator as those see it who call from outside.
public interface Front {

    /// Answers a request. Whatever goes wrong becomes an answer in AWS's form.
    HttpResponse handle(HttpRequest request);

    /// Where clients reach it, for addresses that it gives out.
    URI address();

    /// The front of sandboxes that no emulator serves.
    record Nowhere() implements Front {

        @Override
        public HttpResponse handle(HttpRequest request) {
            throw new IllegalStateException("No emulator serves this sandbox.");
        }

        @Override
        public URI address() {
            throw new IllegalStateException("No emulator serves this sandbox.");
        }
    }
}
