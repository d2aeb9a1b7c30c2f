package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.expression.DocumentPath;
import java.util.Collection;
import java.util.List;

/// The errors of statements, in the service's words.
///
/// Source: [dynamodb-conformance](https://github.com/nubo-db/dynamodb-conformance),
/// `error-messages/partiqlGrammar`, `error-messages/partiql`, measured against eu-west-2 in October
/// 2026; [floci](https://github.com/floci-io/floci), `DynamoDbPartiQLEdgeCaseIntegrationTest`,
/// measured there in September 2026
public final class StatementErrors {

    private StatementErrors() {}

    /// The statement cannot be read.
    ///
    /// @param detail what the parser missed; empty if it could not even tell the words apart
    static AwsException malformed(String detail) {
        return DynamoDbErrors.validation(
                "Statement wasn't well formed, can't be processed: " + detail);
    }

    static AwsException aliased() {
        return DynamoDbErrors.validation("Aliasing is not supported");
    }

    static AwsException unsupportedClause(String clause) {
        return DynamoDbErrors.validation("Unsupported clause: " + clause);
    }

    static AwsException unsupportedOperation(String operation) {
        return DynamoDbErrors.validation("Unsupported operation: " + operation);
    }

    static AwsException unsupportedToken(String token) {
        return DynamoDbErrors.validation("Unsupported token in expression: " + token);
    }

    static AwsException unsupportedCondition(String operator) {
        return DynamoDbErrors.validation(
                "Unsupported operator in Condition Expression. Operator: " + operator);
    }

    static AwsException unsupportedUpdate(String operator) {
        return DynamoDbErrors.validation(
                "Unsupported operator in Update Expression. Operator: " + operator);
    }

    static AwsException unknownFunction(String name) {
        return DynamoDbErrors.validation("Unrecognized function: " + name);
    }

    static AwsException unexpectedSource() {
        return DynamoDbErrors.validation("Unexpected from source");
    }

    static AwsException unexpectedPathComponent() {
        return DynamoDbErrors.validation("Unexpected path component");
    }

    static AwsException tooManyComponents() {
        return DynamoDbErrors.validation(
                "A path may contain at most 2 components in the FROM clause");
    }

    static AwsException emptyComponent() {
        return DynamoDbErrors.validation("Path component cannot be an empty string");
    }

    static AwsException singleTableOnly() {
        return DynamoDbErrors.validation("FROM clause may only contain a single table name");
    }

    static AwsException notOnIndex() {
        return DynamoDbErrors.validation("This operation is not supported on an index");
    }

    static AwsException starAndOthers() {
        return DynamoDbErrors.validation(
                "Other attributes should not be present in the projection when '*' is used.");
    }

    static AwsException duplicateColumn(String name) {
        return DynamoDbErrors.validation("Duplicate identifiers in select clause: " + name);
    }

    static AwsException returningOfInsert() {
        return DynamoDbErrors.validation("RETURNING is not supported in INSERT");
    }

    static AwsException returningOfDelete(Returning returning) {
        return DynamoDbErrors.validation(
                "Invalid returning clause: RETURNING %s. Only RETURNING ALL OLD * is allowed in DELETE statements."
                        .formatted(returning.text()));
    }

    static AwsException indexOutOfRange(String index, Position position) {
        return DynamoDbErrors.validation(
                "List index is not within the allowable range; index: [%s]%s"
                        .formatted(index, position));
    }

    static AwsException parameterCount() {
        return DynamoDbErrors.validation(
                "Number of parameters in request and statement don't match.");
    }

    static AwsException unsupportedType(String kind, String under, String position) {
        return DynamoDbErrors.validation(
                "Unsupported data type: %s under key %s%s".formatted(kind, under, position));
    }

    /// A value of a literal that no attribute can have.
    static AwsException under(String message, String path) {
        return DynamoDbErrors.validation(message + " under " + path);
    }

    static AwsException emptyBag() {
        return DynamoDbErrors.validation("Empty bags are not supported");
    }

    static AwsException mixedBag() {
        return DynamoDbErrors.validation(
                "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags");
    }

    static AwsException duplicateStrings(List<String> members) {
        return DynamoDbErrors.invalidParameters(
                "Input collection %s contains duplicates.".formatted(members));
    }

    static AwsException duplicateNumbers(List<String> members, String path) {
        return DynamoDbErrors.invalidParameters(
                "Input collection %s contains duplicates! under %s".formatted(members, path));
    }

    static AwsException incorrectOperand(String operator, String type) {
        return DynamoDbErrors.validation(
                "Incorrect operand type for operator or function; operator or function: %s, operand type: %s"
                        .formatted(operator, type));
    }

    static AwsException operandCount(String function, int count) {
        return DynamoDbErrors.validation(
                "Incorrect number of operands for operator or function; operator or function: %s, number of operands: %d"
                        .formatted(function, count));
    }

    static AwsException unknownAttributeType(String name) {
        return DynamoDbErrors.validation(
                "Invalid attribute type name found; type: %s, valid types: {N,BS,L,B,NULL,M,S,SS,NS,BOOL}"
                        .formatted(name));
    }

    static AwsException unsupportedIs(String type) {
        return DynamoDbErrors.validation(
                "Unsupported data type for IS operator: %s. Supported data types are [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC, STRUCT, TUPLE, LIST]"
                        .formatted(type));
    }

    static AwsException tooManyCandidates(int count) {
        return DynamoDbErrors.validation(
                "The IN operator is provided with too many operands; number of operands: " + count);
    }

    static AwsException notTheTarget(String function, Position position) {
        return DynamoDbErrors.validation(
                "The first argument to %s must equal the assignment value%s"
                        .formatted(function, position));
    }

    static AwsException notASet(String function, Position position) {
        return DynamoDbErrors.validation(
                "The second argument to %s must be a value with type SET%s"
                        .formatted(function, position));
    }

    /// What is wrong with the operands of a condition.
    static AwsException condition(String reason) {
        return DynamoDbErrors.validation(reason);
    }

    /// A write must say which one item it is about.
    public static AwsException keyMissing() {
        return DynamoDbErrors.validation(
                "Where clause does not contain a mandatory equality on all key attributes");
    }

    public static AwsException severalKeys(String attribute) {
        return DynamoDbErrors.validation(
                "Multiple conditions on same key %s. Only single item Update/Insert/Delete are supported"
                        .formatted(attribute));
    }

    public static AwsException keyTypeMismatch(String attribute) {
        return DynamoDbErrors.validation(
                "Key attribute's data type should match its data type in table's schema: Key "
                        + attribute);
    }

    static AwsException overlappingRanges() {
        return DynamoDbErrors.validation(
                "Overlapping conditions with range keys are not supported in where clause");
    }

    static AwsException tooManyReads() {
        return DynamoDbErrors.validation("Too many decomposed read operations for a given query.");
    }

    static AwsException orderWithoutWhere() {
        return DynamoDbErrors.validation(
                "Must have WHERE clause in the statement when using ORDER BY clause.");
    }

    static AwsException orderWithoutKey() {
        return DynamoDbErrors.validation(
                "Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.");
    }

    static AwsException orderOfSeveralKeys() {
        return DynamoDbErrors.validation(
                "Must have hash key in ORDER BY clause when more than one hash key condition specified in WHERE clause.");
    }

    static AwsException orderByOther(DocumentPath path) {
        return DynamoDbErrors.validation(
                "Attribute %s in ORDER BY clause must be part of the primary key"
                        .formatted(path.isNested() ? path : path.attribute()));
    }

    public static AwsException noSuchIndex() {
        return DynamoDbErrors.validation("The table does not have the specified index");
    }

    public static AwsException consistentReadOfGlobalIndex() {
        return DynamoDbErrors.validation(
                "Strongly consistent read is not supported on Global Secondary Indexes");
    }

    public static AwsException notProjected(String index, Collection<String> attributes) {
        return DynamoDbErrors.invalidParameters(
                "Secondary index %s does not project one or more filter attributes: %s"
                        .formatted(index, attributes));
    }

    public static AwsException invalidToken() {
        return DynamoDbErrors.validation("Invalid NextToken");
    }

    public static AwsException tokenOfOther() {
        return DynamoDbErrors.validation("The provided starting key is invalid");
    }

    public static AwsException existsOutsideTransaction() {
        return DynamoDbErrors.validation(
                "EXISTS can only be used in ExecuteTransaction write requests.");
    }

    public static AwsException existsWithoutCondition() {
        return DynamoDbErrors.validation(
                "EXISTS() must contain a single item read with additional condition");
    }

    public static AwsException returningInTransaction() {
        return DynamoDbErrors.validation(
                "RETURNING clause is not supported in ExecuteTransaction.");
    }

    public static AwsException indexInTransaction() {
        return DynamoDbErrors.validation("Reads on indices are not supported within transactions.");
    }

    /// @param operation the batch's or the transaction's
    public static AwsException notByKey(String operation) {
        return DynamoDbErrors.validation(
                "Select statements within %s must specify the primary key in the where clause."
                        .formatted(operation));
    }

    /// The words are known of transactions only.
    ///
    /// @param operation the batch's or the transaction's
    public static AwsException readsAndWrites(String operation) {
        return DynamoDbErrors.validation(
                operation
                        + " API does not support both read and write operations in the same request.");
    }
}
