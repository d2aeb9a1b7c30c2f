package groundschool.emulator.dynamodb.partiql;

import java.util.Arrays;
import java.util.Set;

/// The words that cannot name an attribute without quotes: those that SQL-92 reserves, and those
/// that PartiQL adds; but not `only`, which the service takes for a name.
///
/// Source: [The PartiQL specification, reserved
/// words](https://partiql.org/partiql-lang/specification.html)
final class Keywords {

    static final Set<String> OPERATORS =
            Set.of("and", "or", "is", "in", "like", "between", "union", "intersect", "except");
    static final Set<String> SYMBOLIC_OPERATORS =
            Set.of("=", "<>", "!=", "<", "<=", ">", ">=", "+", "-", "/", "%", "||", "@");

    /// The types that `IS` can ask for, by their first word.
    static final Set<String> TYPES =
            Set.of(
                    "missing",
                    "null",
                    "bool",
                    "boolean",
                    "smallint",
                    "int",
                    "int2",
                    "int4",
                    "int8",
                    "integer",
                    "integer2",
                    "integer4",
                    "integer8",
                    "bigint",
                    "float",
                    "real",
                    "double",
                    "decimal",
                    "dec",
                    "numeric",
                    "timestamp",
                    "date",
                    "time",
                    "char",
                    "character",
                    "varchar",
                    "string",
                    "symbol",
                    "clob",
                    "blob",
                    "struct",
                    "tuple",
                    "list",
                    "sexp",
                    "bag",
                    "any");

    private static final Set<String> SQL =
            words(
                    """
                    absolute action add all allocate alter and any are as asc assertion at
                    authorization avg begin between bit bit_length by cascade cascaded case cast
                    catalog char character character_length char_length check close coalesce collate
                    collation column commit connect connection constraint constraints continue
                    convert corresponding count create cross current current_date current_time
                    current_timestamp current_user cursor date deallocate dec decimal declare
                    default deferrable deferred delete desc describe descriptor diagnostics
                    disconnect distinct domain double drop else end escape except exception exec
                    execute exists external extract false fetch first float for foreign found from
                    full get global go goto grant group having identity immediate in indicator
                    initially inner input insensitive insert int integer intersect interval into is
                    isolation join key language last left level like local lower match max min
                    module names national natural nchar next no not null nullif numeric octet_length
                    of on open option or order outer output overlaps pad partial position
                    precision prepare preserve primary prior privileges procedure public read real
                    references relative restrict revoke right rollback rows schema scroll section
                    select session session_user set size smallint some space sql sqlcode sqlerror
                    sqlstate substring sum system_user table temporary then time timestamp to
                    transaction translate translation trim true union unique unknown update upper
                    usage user using value values varchar varying view when whenever where with work
                    write zone
                    """);
    private static final Set<String> PARTIQL =
            Set.of(
                    "missing",
                    "pivot",
                    "unpivot",
                    "limit",
                    "tuple",
                    "remove",
                    "index",
                    "conflict",
                    "do",
                    "nothing",
                    "returning",
                    "modified",
                    "new",
                    "old",
                    "bool",
                    "boolean",
                    "string",
                    "symbol",
                    "clob",
                    "blob",
                    "struct",
                    "list",
                    "sexp",
                    "bag");

    private Keywords() {}

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
    }

    /// @param word in small letters
    static boolean has(String word) {
        return SQL.contains(word) || PARTIQL.contains(word);
    }
}
