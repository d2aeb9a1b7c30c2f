/// PartiQL as DynamoDB speaks it: tokenizer, parser, tree, printing, and its translation into what
/// the expressions of the other operations are read to.
package groundschool.emulator.dynamodb.partiql;
