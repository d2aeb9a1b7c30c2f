package groundschool.proof;

import groundschool.content.Catalogue;
import groundschool.question.Proof;
import groundschool.question.Question;
import groundschool.question.QuestionJson;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What the proofs of questions came to: each is run when somebody first asks, and again only when
/// its question or the proof has changed.
public final class ProofRuns implements AutoCloseable {

    private final Supplier<Catalogue> catalogue;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private Optional<ProofRunner> runner = Optional.empty();

    /// @param text of the question
    private record Kept(String text, Proof proof, ProofView view) {}

    public ProofRuns(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    /// The run of a question's proof. It tells the key: only for those who have answered.
    ///
    /// @param asked the question as it was asked, maybe long ago
    /// @return nothing if the question has no proof, or is not that question any more
    public Optional<ProofView> of(Question asked) {
        var text = QuestionJson.write(asked);
        return catalogue
                .get()
                .question(asked.id())
                .filter(now -> now.details().proof().isPresent())
                .filter(now -> QuestionJson.write(now).equals(text))
                .map(now -> view(now, text, now.details().proof().orElseThrow()));
    }

    private ProofView view(Question question, String text, Proof proof) {
        var known = kept.get(question.id());
        if (known != null && known.text().equals(text) && known.proof().equals(proof)) {
            return known.view();
        }
        var view = ProofView.of(question, runner().run(proof));
        kept.put(question.id(), new Kept(text, proof, view));
        return view;
    }

    /// Made when it is first needed: most visits need none.
    private synchronized ProofRunner runner() {
        var made = runner.orElseGet(ProofRunner::new);
        runner = Optional.of(made);
        return made;
    }

    @Override
    public synchronized void close() {
        runner.ifPresent(ProofRunner::close);
    }
}
