package groundschool.emulator.dynamodb.partiql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.Item;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The refusals are those that dynamodb-conformance and floci measured against eu-west-2.
class StatementTest {

    private static final String MALFORMED = "Statement wasn't well formed, can't be processed: ";

    private static String refusal(String text, AttributeValue... parameters) {
        return catchThrowableOfType(
                        AwsException.class,
                        () -> Prepared.of(text, Optional.of(List.of(parameters))))
                .message();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    SELECT * FROM "T" WHERE pk = 1 foo                 | Unexpected token after expression
                    SELECT * FROM "T" WHERE pk = 1 e5                  | Unexpected token after expression
                    INSERT INTO "T" VALUE {'pk': 1} foo                | Unexpected token after expression
                    UPDATE "T" SET a = 9 WHERE pk = 2 foo              | Unexpected token after expression
                    DELETE FROM "T" WHERE pk = 3 foo                   | Unexpected token after expression
                    SELECT * FROM "T" WHERE pk = 1)                    | Unexpected token after expression
                    DELETE FROM "T" WHERE pk = 4 ORDER BY pk           | Unexpected token after expression
                    SELECT * FROM "T" ORDER BY pk WHERE pk = 1         | Unexpected token after expression
                    INSERT INTO "T" t VALUE {'pk': 'x'}                | Unexpected token after expression
                    FROM "T" SET c = 1 WHERE pk = 'x'                  | Unexpected token after expression
                    FROM "T" SET c = 1 WHERE pk = 'x' SET d = 2        | Unexpected token after expression
                    SELECTT * FROMM "T"                                | Unexpected token after expression
                    SELECT * FROM "T"; SELECT * FROM "T"               | Unexpected token after expression
                    SELECT * FROM "T" WHERE                            | Unexpected term
                    SELECT * FROM "T" WHERE;                           | Unexpected term
                    SELECT pk FROM "T" WHERE                           | Unexpected term
                    UPDATE "T" SET a = 1 WHERE                         | Unexpected term
                    DELETE FROM "T" WHERE                              | Unexpected term
                    SELECT * FROM "T" WHERE NOT                        | Unexpected term
                    SELECT * FROM "T" WHERE (                          | Unexpected term
                    SELECT * FROM                                      | Unexpected term
                    SELECT * FROM "T" WHERE pk = 'p1' AND              | Missing right-hand side expression of infix operator
                    SELECT * FROM "T" WHERE pk = 'p1' OR               | Missing right-hand side expression of infix operator
                    SELECT * FROM "T" WHERE ORDER BY pk                | Unexpected keyword
                    SELECT * FROM "T" WHERE pad = 'none'               | Unexpected keyword
                    INSERT INTO urls (key, secret) VALUES (?, ?)       | Unexpected keyword
                    SELECT * FROM "T" WHERE pk = 'a' AND x IS FOO      | Expected type name
                    SELECT * FROM "T" WHERE IS NULL                    | Unexpected operator
                    SELECT * FROM "T" WHERE pk = LIKE                  | Unexpected operator
                    DELETE FROM                                        | Expected identifier for simple path
                    DELETE FROM;                                       | Expected identifier for simple path
                    DELETE FROM WHERE pk = 'a'                         | Expected identifier for simple path
                    SLECT * FROM "T" WHERE pk = 'x'                    | Expected data manipulation
                    UPDATE Payment-dev SET active = ?                  | Expected data manipulation
                    """)
    void is_refused_for_what_it_lacks(String text, String detail) {
        assertThat(refusal(text)).isEqualTo(MALFORMED + detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM T WHERE pk = 1e2147483648",
                "SELECT * FROM T WHERE pk = 1e99999999999",
                "SELECT * FROM T WHERE pk = 1.5e-2147483647",
                "SELECT * FROM T WHERE pk = 1 # note",
                "SELECT * FROM T WHERE pk = 1 /* note",
                "SELECT * FROM \"T",
                "SELECT * FROM T WHERE pk = 'x"
            })
    void is_refused_without_a_detail_if_it_cannot_even_be_taken_apart(String text) {
        assertThat(refusal(text)).isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    SELECT * FROM "T" t WHERE pk = 'x'         | Aliasing is not supported
                    SELECT * FROM "T" AS t WHERE pk = 'x'      | Aliasing is not supported
                    UPDATE "T" t SET a = 3 WHERE pk = 'x'      | Aliasing is not supported
                    DELETE FROM "T" t WHERE pk = 'x'           | Aliasing is not supported
                    SELECT a AS b FROM "T"                     | Aliasing is not supported
                    SELECT * FROM "T" LIMIT 1                  | Unsupported clause: LIMIT
                    SELECT *, a FROM "T"                       | Other attributes should not be present in the projection when '*' is used.
                    SELECT m.z, n.z FROM "T"                   | Duplicate identifiers in select clause: z
                    SELECT * FROM "T"."i"."extra" WHERE a = 1  | A path may contain at most 2 components in the FROM clause
                    SELECT * FROM "T"."" WHERE a = 1           | Path component cannot be an empty string
                    SELECT * FROM "" WHERE a = 1               | Path component cannot be an empty string
                    INSERT INTO "T"."i" VALUE {'pk': 'w'}      | FROM clause may only contain a single table name
                    UPDATE "T"."i" SET a = 1 WHERE pk = 'p'    | This operation is not supported on an index
                    DELETE FROM "T"."i" WHERE pk = 'p'         | This operation is not supported on an index
                    INSERT INTO T VALUE {'pk': 1} RETURNING ALL OLD * | RETURNING is not supported in INSERT
                    DELETE FROM T WHERE pk = 1 RETURNING MODIFIED OLD * | Invalid returning clause: RETURNING MODIFIED OLD *. Only RETURNING ALL OLD * is allowed in DELETE statements.
                    DELETE FROM T WHERE pk = 1 RETURNING ALL NEW * | Invalid returning clause: RETURNING ALL NEW *. Only RETURNING ALL OLD * is allowed in DELETE statements.
                    x IS INT4                                  | Unsupported operation: IsType
                    x IS DOUBLE PRECISION                      | Unsupported operation: IsType
                    x IS CHARACTER VARYING                     | Unsupported operation: IsType
                    SELECT l[-1] FROM "partiql-edge-cases"     | List index is not within the allowable range; index: [-1] at 1:11:1
                    SELECT l[2147483648] FROM T                | List index is not within the allowable range; index: [2147483648] at 1:10:10
                    SELECT * FROM T WHERE pk = 1e126           | Number overflow. Attempting to store a number with magnitude larger than supported range under root
                    SELECT * FROM T WHERE pk = 1e-131          | Number underflow. Attempting to store a number with magnitude smaller than supported range under root
                    SELECT * FROM T WHERE pk = 123456789012345678901234567890123456789 | Attempting to store more than 38 significant digits in a Number under root
                    INSERT INTO T VALUE {'pk': 1e126}          | Number overflow. Attempting to store a number with magnitude larger than supported range under root
                    INSERT INTO T VALUE {'pk': 1, 'm': {'x': 1e126}}  | Number overflow. Attempting to store a number with magnitude larger than supported range under root.x
                    INSERT INTO T VALUE {'pk': 1, 'l': [1, 1e126]}    | Number overflow. Attempting to store a number with magnitude larger than supported range under root[1]
                    INSERT INTO T VALUE {'s': <<>>}            | Empty bags are not supported
                    INSERT INTO T VALUE {'s': <<1, 'a'>>}      | Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags
                    INSERT INTO T VALUE {'s': <<'a', 'a'>>}    | One or more parameter values were invalid: Input collection [a, a] contains duplicates.
                    UPDATE T SET n = set_add(n, <<2, 2.0>>)    | One or more parameter values were invalid: Input collection [2, 2.0] contains duplicates! under root
                    UPDATE T SET Other = set_add(B, <<'x'>>)   | The first argument to SET_ADD must equal the assignment value at 1:22:7
                    UPDATE T SET "B" = set_delete("B", ['x'])  | The second argument to SET_DELETE must be a value with type SET at 1:31:3
                    UPDATE T SET n = 'a' + 1                   | Incorrect operand type for operator or function; operator or function: +, operand type: S
                    UPDATE T SET n = n - null                  | Incorrect operand type for operator or function; operator or function: -, operand type: NULL
                    SELECT * FROM T WHERE attribute_type(l, 1) | Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N
                    SELECT * FROM T WHERE attribute_type(l, 'X') | Invalid attribute type name found; type: X, valid types: {N,BS,L,B,NULL,M,S,SS,NS,BOOL}
                    SELECT * FROM T WHERE attribute_exists(n) > false | Incorrect operand type for operator or function; operator or function: >, operand type: BOOL
                    SELECT * FROM T WHERE a IS INT             | Unsupported data type for IS operator: INT. Supported data types are [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC, STRUCT, TUPLE, LIST]
                    """)
    void is_refused_for_what_it_means(String text, String message) {
        assertThat(refusal(text)).isEqualTo(message);
    }

    @Test
    void needs_a_parameter_for_each_question_mark() {
        assertThat(refusal("SELECT * FROM T WHERE a = ? AND b = ?", AttributeValue.string("x")))
                .isEqualTo("Number of parameters in request and statement don't match.");
    }

    @Test
    void has_no_parameters_inside_of_literals() {
        assertThat(refusal("UPDATE T SET x = [?]", AttributeValue.string("x")))
                .isEqualTo("Unsupported data type: Parameter under key root[0] at 1:19:1");
        assertThat(refusal("INSERT INTO T VALUE {'m': {'k': ?}}", AttributeValue.string("x")))
                .isEqualTo("Unsupported data type: Parameter under key root.k at 1:33:1");
    }

    @Test
    void takes_no_literal_that_is_nested_deeper_than_an_attribute_may_be() {
        assertThat(refusal("UPDATE T SET d = " + "[".repeat(32) + "1" + "]".repeat(32)))
                .isEqualTo(
                        "Nesting Levels have exceeded supported limits under root"
                                + "[0]".repeat(32));
        assertThat(refusal("UPDATE T SET d = " + "{'a':".repeat(32) + "1" + "}".repeat(32)))
                .isEqualTo(
                        "Nesting Levels have exceeded supported limits under root"
                                + ".a".repeat(32));
        assertThat(
                        Prepared.of(
                                        "UPDATE T SET d = " + "[".repeat(31) + "1" + "]".repeat(31),
                                        Optional.empty())
                                .update())
                .isPresent();
    }

    @Test
    void takes_no_more_than_100_candidates() {
        assertThat(refusal("SELECT * FROM T WHERE a IN [" + "1,".repeat(100) + "1]"))
                .isEqualTo(
                        "The IN operator is provided with too many operands; number of operands: 101");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from T where pk = 'x';",
                "SELECT/**/* FROM T -- the table\nWHERE pk/* key */='x' --",
                "SELECT a, m.k[0], l[-0], \"a b\"['c'] FROM T.i",
                "SELECT sk FROM T WHERE n = - - 1 AND n > -/* c */-1 AND n BETWEEN - 2 AND +5",
                "SELECT * FROM T WHERE a != 1 OR NOT b IN ('x', ?) AND c NOT BETWEEN 1 AND 2",
                "SELECT * FROM T WHERE a IS NOT MISSING AND b IS NULL AND c IS NOT NULL",
                "SELECT * FROM T WHERE pk = 'a' ORDER BY sk DESC, pk",
                "UPDATE T SET a = a + 1 SET b = LIST_APPEND(b, [1]) REMOVE c, d[1] WHERE pk = 1",
                "FROM T WHERE pk = 1 SET a = 1 RETURNING MODIFIED NEW *",
                "DELETE FROM T WHERE pk = .73e1 RETURNING ALL OLD *",
                "EXISTS(SELECT * FROM T WHERE pk = 'x' AND a IS MISSING)",
                "INSERT INTO T value {'d': -0, 'q': 'it''s', 's': <<1, 2>>, 'n': NULL, 't': true}"
            })
    void is_read_and_printed_so_that_it_reads_the_same(String text) {
        var statement = Statement.of(text);

        var printed = Printer.text(statement);

        assertThat(Printer.text(Statement.of(printed))).isEqualTo(printed);
        assertThat(Statement.of(printed).getClass()).isEqualTo(statement.getClass());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "NOT ", "a[", "{'a':", "- ", "size(", "a = ", "<<", "a IN "})
    void is_no_way_to_exhaust_the_stack(String part) {
        var text = "SELECT * FROM T WHERE " + part.repeat(8100 / part.length()) + "1";

        assertThat(
                        catchThrowableOfType(
                                AwsException.class, () -> Prepared.of(text, Optional.empty())))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1 AND ", "a=1 OR ", "NOT a=1 AND "})
    void may_be_as_long_as_the_service_takes_it(String part) {
        var text = "SELECT * FROM T WHERE " + part.repeat(8100 / part.length()) + "a=1";

        var where = Prepared.of(text, Optional.empty()).where().orElseThrow();

        assertThat(Printer.text(Statement.of(text))).isNotEmpty();
        assertThat(where.test(Item.of("a", AttributeValue.number(1))))
                .isEqualTo(!part.startsWith("NOT"));
    }
}
