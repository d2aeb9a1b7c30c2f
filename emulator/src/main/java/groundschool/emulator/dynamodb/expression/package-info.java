/// DynamoDB's expressions: text becomes tokens, tokens a tree of syntax, and that, with the
/// request's names and values, something that tests, changes or reduces items.
package groundschool.emulator.dynamodb.expression;
