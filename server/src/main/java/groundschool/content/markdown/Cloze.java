package groundschool.content.markdown;

import com.vladsch.flexmark.ast.DelimitedNodeImpl;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/// Words between `==` and `==`: hidden in the front of a card, marked elsewhere.
final class Cloze extends DelimitedNodeImpl {

    Cloze(BasedSequence opening, BasedSequence text, BasedSequence closing) {
        super(opening, text, closing);
    }
}
