package groundschool.content.markdown;

import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;

/// The Markdown that authors may use, as a parser.
final class Flexmark {

    private static final Parser PARSER =
            Parser.builder(
                            new MutableDataSet()
                                    .set(
                                            Parser.EXTENSIONS,
                                            List.of(
                                                    TablesExtension.create(),
                                                    FootnoteExtension.create(),
                                                    TaskListExtension.create(),
                                                    StrikethroughExtension.create())))
                    .customDelimiterProcessor(new ClozeDelimiter())
                    .build();

    private Flexmark() {}

    static Document parse(String markdown) {
        return PARSER.parse(markdown);
    }
}
