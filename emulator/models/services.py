#!/usr/bin/env python3
"""Trims the Service Authorization Reference to what the emulator reads: services, their names, their actions, and how ARNs look.

usage: services.py FOLDER     e.g. services.py ../../shared/aws-iam

Reads FOLDER/SERVICE.json.gz and writes services.json.gz into the emulator's resources, always the same bytes for the same input.
"""

import gzip
import json
import pathlib
import sys

TARGET = (pathlib.Path(__file__).resolve().parent.parent
          / "src/main/resources/groundschool/emulator/iam/services.json.gz")

# As the reference's pages are called, and with them the console's tab on last access.
NAMES = {
    "apigateway": "Amazon API Gateway Management", "appsync": "AWS AppSync", "athena": "Amazon Athena", "bedrock": "Amazon Bedrock",
    "cloudformation": "AWS CloudFormation", "cloudfront": "Amazon CloudFront", "cloudtrail": "AWS CloudTrail",
    "cloudwatch": "Amazon CloudWatch", "codedeploy": "AWS CodeDeploy", "cognito-identity": "Amazon Cognito Identity",
    "cognito-idp": "Amazon Cognito User Pools", "cognito-sync": "Amazon Cognito Sync", "dax": "Amazon DynamoDB Accelerator (DAX)",
    "dynamodb": "Amazon DynamoDB", "events": "Amazon EventBridge", "execute-api": "Amazon API Gateway", "firehose": "Amazon Kinesis Firehose",
    "glue": "AWS Glue", "iam": "AWS Identity and Access Management", "kinesis": "Amazon Kinesis", "kms": "AWS Key Management Service",
    "lambda": "AWS Lambda", "logs": "Amazon CloudWatch Logs", "pipes": "Amazon EventBridge Pipes", "rds-data": "Amazon RDS Data API",
    "s3": "Amazon S3", "scheduler": "Amazon EventBridge Scheduler", "secretsmanager": "AWS Secrets Manager", "ses": "Amazon SES",
    "sns": "Amazon SNS", "sqs": "Amazon SQS", "ssm": "AWS Systems Manager", "states": "AWS Step Functions",
    "sts": "AWS Security Token Service", "xray": "AWS X-Ray",
}


def trimmed(service):
    return {"resources": {name: resource["arn"] for name, resource in sorted(service["resources"].items())},
            "actions": {name: list(dict.fromkeys(each["type"] for each in action["resources"] if "type" in each))
                        for name, action in sorted(service["actions"].items())}}


def main():
    folder = pathlib.Path(sys.argv[1])
    services = {}
    for namespace, name in sorted(NAMES.items()):
        with gzip.open(folder / f"{namespace}.json.gz") as file:
            services[namespace] = {"name": name} | trimmed(json.load(file))
    with open(TARGET, "wb") as out, gzip.GzipFile(fileobj=out, mode="wb", mtime=0, filename="") as packed:
        packed.write(json.dumps(services, separators=(",", ":")).encode())


if __name__ == "__main__":
    main()
