package groundschool.emulator.iam.policy;

import java.util.Locale;

/// A question, made ready to be compared with many statements.
record Asked(Question question, String foldedAction) {

    static Asked of(Question question) {
        return new Asked(question, question.action().toLowerCase(Locale.ROOT));
    }

    String resource() {
        return question.resource();
    }

    Requester requester() {
        return question.requester();
    }

    RequestContext context() {
        return question.context();
    }
}
