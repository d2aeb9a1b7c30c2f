package groundschool.terminal;

import java.util.List;

/// The scripts that a real AWS CLI and the terminal must answer alike.
final class ContractScripts {

    private static final String TABLE =
            """
            aws dynamodb create-table --table-name "$TABLE" --billing-mode PAY_PER_REQUEST \\
              --attribute-definitions AttributeName=customerId,AttributeType=S AttributeName=orderId,AttributeType=S \\
              --key-schema AttributeName=customerId,KeyType=HASH AttributeName=orderId,KeyType=RANGE > made.json
            aws dynamodb wait table-exists --table-name "$TABLE"
            """;

    /// Asked of a table of orders that has several.
    static final String QUESTIONS =
            """
            cat write-units.answer
            aws dynamodb scan --table-name "$TABLE" --max-items 2 --page-size 1
            TOKEN=$(aws dynamodb scan --table-name "$TABLE" --max-items 2 --page-size 3 --query NextToken --output text)
            aws dynamodb scan --table-name "$TABLE" --starting-token "$TOKEN" --query '[Count, Items[*].orderId.S]'
            aws dynamodb scan --table-name "$TABLE" --page-size 3 --output text
            aws dynamodb scan --table-name "$TABLE" --limit 2 --query LastEvaluatedKey
            aws dynamodb scan --table-name "$TABLE" --select COUNT --return-consumed-capacity INDEXES
            aws dynamodb scan --table-name "$TABLE" --query 'sort_by(Items, &orderId.S)[?status.S==`placed`].[customerId.S, orderId.S]' --output text
            aws dynamodb scan --table-name "$TABLE" --query 'length(Items)'
            """;

    private ContractScripts() {}

    static List<String> all() {
        return List.of(
                TABLE
                        + """
                        aws dynamodb put-item --table-name $TABLE --item '{"customerId":{"S":"ann"},"orderId":{"S":"1"},"note":{"S":"J\\u00fcrgen \\"two\\""},"n":{"N":"12.50"},"paid":{"BOOL":true},"none":{"NULL":true},"tags":{"SS":["b","a"]},"m":{"M":{"x":{"L":[{"N":"1"},{"S":""}]}}}}'
                        cat > key.json <<'EOF'
                        {"customerId": {"S": "ann"}, "orderId": {"S": "1"}}
                        EOF
                        aws dynamodb get-item --table-name $TABLE --key file://key.json
                        aws dynamodb get-item --table-name $TABLE --key file://key.json --output text
                        aws dynamodb get-item --table-name $TABLE --key 'customerId={S=ann},orderId={S=1}' --query 'Item.[n.N, note.S]' --output text
                        aws dynamodb get-item --table-name $TABLE --key 'customerId={S=ann},orderId={S=2}' --consistent-read
                        aws dynamodb get-item --table-name $TABLE --key 'customerId={S=ann},orderId={S=1}' --no-consistent-read --projection-expression '#o, paid' --expression-attribute-names '#o=orderId' --return-consumed-capacity TOTAL
                        """,
                TABLE
                        + """
                        aws dynamodb describe-table --table-name $TABLE --query 'Table.{n:TableName,k:KeySchema[*].AttributeName,b:BillingModeSummary.BillingMode}'
                        aws dynamodb describe-table --table-name $TABLE
                        aws dynamodb describe-table --table-name $TABLE --output text
                        NAME=$(aws dynamodb list-tables --query 'TableNames[0]' --output text)
                        echo "the table is $NAME" && echo "$?"
                        aws dynamodb delete-table --table-name "$NAME" --query 'TableDescription.TableStatus'
                        aws dynamodb wait table-not-exists --table-name "$NAME"
                        aws dynamodb list-tables --no-pag --out text
                        """,
                TABLE
                        + """
                        aws dynamodb update-item --table-name $TABLE --key '{"customerId":{"S":"ann"},"orderId":{"S":"1"}}' --update-expression 'SET #s = :b, n = if_not_exists(n, :n) + :n' --expression-attribute-names '{"#s":"status"}' --expression-attribute-values '{":b":{"S":"baked"},":n":{"N":"2"}}' --return-values ALL_NEW
                        aws dynamodb update-item --table-name $TABLE --key '{"customerId":{"S":"ann"},"orderId":{"S":"1"}}' --update-expression 'REMOVE n' --return-consumed-capacity TOTAL --query ConsumedCapacity.CapacityUnits --output text > units
                        cat units
                        aws dynamodb delete-item --table-name $TABLE --key '{"customerId":{"S":"ann"},"orderId":{"S":"1"}}' --return-values ALL_OLD --output text
                        aws dynamodb update-item --table-name $TABLE --key '{"customerId":{"S":"ann"},"orderId":{"S":"1"}}' --update-expression 'SET n = :n' --condition-expression 'attribute_exists(n)' --expression-attribute-values '{":n":{"N":"2"}}'
                        """,
                "aws dynamodb describe-table --table-name nothing",
                "aws dynamodb wait table-exists",
                "aws dynamodb wait table-soon",
                "aws dynamodb get-item",
                "aws dynamodb get-item --table-name",
                "aws dynamodb get-item --table-name a --key '{\"a\":{\"S\":\"b\"}}' --foo bar baz",
                "aws dynamodb get-item --table-name a --key '{bad'",
                "aws dynamodb get-item --table-name a --key file://nope.json",
                """
                aws dynamodb get-item --table-name a --key '{"a":{"S":5},"b":{"X":[1,"it'"'"'s",null,1.50,true]}}'
                """,
                """
                aws dynamodb create-table --table-name a --attribute-definitions AttributeName=a,AttributeType=S --key-schema AttributeName=a,KeyType=HASH Foo=1
                """,
                "aws lambda invoke --function-name a",
                "aws lambda invoke out.json",
                "aws lambda invoke --function-name a out.json more",
                "aws lambda create-function --function-name a",
                "aws lambda create-function --function-name a --role b --zip-file a.zip",
                "echo a > a.zip; aws lambda update-function-code --function-name a --zip-file fileb://a.zip",
                "echo a > a.zip; aws lambda create-function --function-name a --role b --code ZipFile=a",
                "aws lambda create-function --function-name a --role b --runtime nodejs24.x --handler a.b",
                "echo '{}' > e.json; aws lambda invoke --function-name a --payload fileb://e.json out.json; ls",
                "aws lambda list-functions --query Functions; aws logs describe-log-groups --output text",
                "aws dynamodb list-tables --max-items x",
                "aws dynamodb list-tables --limit x",
                "aws dynamodb list-tables --limit 2 --max-items 3",
                "aws dynamodb list-tables --no-p",
                "aws dynamodb list-tables --output xml",
                "aws dynamodb list-tables --generate-cli-skeleton",
                """
                for=a; echo $for; A='x  y'; echo $A; echo "$A"; printf '%s-%d\\n' a 1 b 2; echo a\\ b 'c"d' "e'f" \\$A # end
                B=$(echo "$(echo deep)  er"); echo $B "$B"; false || echo no; true && false; echo $?
                cat <<EOF > f.txt
                one $B \\$B
                EOF
                cat f.txt; echo two >> f.txt; cat f.txt nothing 2>/dev/null; ls
                export C="$(echo 1)"; unset C; echo "[$C]"; echo -n a; echo "b\\
                c" ; echo "${A}z" > /dev/null 2>&1; X=$(false); echo $?; Y=1 true; echo "[$Y]"
                """,
                """
                aws s3 mb s3://loaves-7
                aws s3 ls
                echo "<h1>Bread</h1>" > index.html
                echo "what an evening" > plain
                aws s3 cp index.html s3://loaves-7 --no-progress
                aws s3 cp ./plain s3://loaves-7/notes/ --no-progress --content-type text/markdown --metadata baker=ann,oven=2
                aws s3 ls s3://loaves-7
                aws s3 ls loaves-7/notes
                aws s3 ls s3://loaves-7/notes/
                aws s3 ls s3://loaves-7 --recursive --summarize --human-readable
                aws s3api head-object --bucket loaves-7 --key index.html --query '[ContentType, ContentLength]'
                aws s3api head-object --bucket loaves-7 --key notes/plain --query '[ContentType, Metadata]'
                aws s3 cp s3://loaves-7/notes/plain s3://loaves-7/copy --no-progress
                aws s3 mv s3://loaves-7/copy moved.txt --no-progress
                cat moved.txt
                aws s3 cp s3://loaves-7/index.html -
                aws s3 rm s3://loaves-7/notes --recursive --dryrun
                aws s3 rm s3://loaves-7/notes/plain
                aws s3api get-object --bucket loaves-7 --key index.html got.html --query ContentLength
                cat got.html
                aws s3api put-object --bucket loaves-7 --key other --body got.html --query ETag
                aws s3api list-objects-v2 --bucket loaves-7 --query 'Contents[].Key'
                aws s3 website s3://loaves-7 --index-document index.html
                aws s3 rm s3://loaves-7/other
                aws s3 rb s3://loaves-7 --force
                """,
                "aws s3 mb s3://loaves-7 && aws s3 ls s3://loaves-7/nothing",
                "aws s3 ls s3://no-such-bucket-anywhere",
                "aws s3 cp nothing.txt s3://loaves-7",
                "aws s3 cp s3://no-such-bucket-anywhere/key here --no-progress",
                "aws s3 mb s3://loaves-7; aws s3 cp s3://loaves-7/key here --no-progress",
                "aws s3 rb s3://no-such-bucket-anywhere",
                """
                aws s3 mb s3://loaves-7
                echo one > one
                aws s3 cp one s3://loaves-7 --no-progress
                aws s3 rb s3://loaves-7\
                """,
                "echo one > one; aws s3 cp one s3://no-such-bucket-anywhere --no-progress",
                """
                aws s3 mb s3://loaves-7
                echo one > one.txt
                aws s3 sync . s3://loaves-7 --exclude '*' --include '*.txt' --no-progress
                aws s3 sync . s3://loaves-7 --exclude '*' --include '*.txt' --size-only --no-progress
                echo two > two
                aws s3 cp two s3://loaves-7/old.txt --no-progress
                aws s3 sync . s3://loaves-7 --exclude '*' --include '*.txt' --size-only --delete --no-progress
                aws s3 ls s3://loaves-7 --recursive
                """);
    }
}
