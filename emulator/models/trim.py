#!/usr/bin/env python3
"""Trims AWS's API models to what the emulator reads, without their documentation.

usage: trim.py MODELS SERVICE…     e.g. trim.py ../../shared/aws-models dynamodb

Reads MODELS/SERVICE/service-2.json.gz (and waiters-2, paginators-1) and writes api.json into the emulator's resources.
The models are AWS's (Apache-2.0): see NOTICE. That of apigatewaymanagementapi is the one that botocore 1.43.107 carries.
"""
import gzip, json, pathlib, sys

RESOURCES = pathlib.Path(__file__).resolve().parent.parent / "src/main/resources/groundschool/emulator"
DROPPED = {"documentation": str, "documentationUrl": str, "examples": list, "endpointdiscovery": dict,
           "endpointoperation": bool, "operationContextParams": dict, "staticContextParams": dict, "contextParam": dict,
           "clientContextParams": dict, "box": bool, "retryable": dict, "synthetic": bool, "fault": bool}
METADATA = ("apiVersion", "awsQueryCompatible", "endpointPrefix", "jsonVersion", "protocol", "serviceId", "signingName", "targetPrefix")

# Where the service was observed to differ from its model.
OBSERVED = {
    "dynamodb": {
        # Since a table may be named by its ARN, the model says 1-1024 characters; a value that is no ARN is still held to
        # the rules for names: "Value 'ab' at 'tableName' ... Member must have length greater than or equal to 3".
        "TableArn": {"unlessArn": "TableName"},
        # The model asks for one table at least, and the service too, but in words of its own: "The requestItems parameter
        # is required for BatchGetItem".
        "BatchGetRequestMap": {"min": 0},
        "BatchWriteItemRequestMap": {"min": 0},
        # Labels are looked at by the service itself, which speaks of them in its own words: "The Tag Key provided is
        # invalid, Key: null".
        "Tag": {"required": []},
        "TagKeyString": {"min": 0, "max": 1048576},
        "TagValueString": {"max": 1048576},
    },
    # IAM has words of its own for names and paths that have wrong characters: "The specified value for userName is invalid.
    # It must contain only alphanumeric characters and/or the following: +=,.@_-".
    "iam": {shape: {"pattern": None} for shape in (
        "AttachmentName", "entityNameType", "existingUserNameType", "groupNameType", "instanceProfileNameType", "pathPrefixType",
        "pathType", "policyNameType", "policyPathType", "roleNameType", "serverCertificateNameType", "userNameType",
        "virtualMFADeviceName")},
    # Lambda speaks of runtimes in its own words: "Value PYTHON3.9 at 'runtime' failed to satisfy constraint: Member must satisfy
    # enum value set: […] or be a valid ARN".
    # Of the elements of some lists it says too that none may be null: "Member must satisfy constraint: [Member must satisfy enum
    # value set: [x86_64, arm64], Member must not be null]".
    "lambda": {"Runtime": {"enum": None}, "Architecture": {"neverNull": True}, "Weight": {"neverNull": True},
               "LayerVersionArn": {"neverNull": True, "pattern": (
                   r"(arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)"
                   r"|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)")}},
    "logs": {
        # "Invalid LogGroup or LogStream, both must have length less than or equal to 512." is said by the service itself, as is
        # what it takes instead of names that the model only bounds.
        "LogGroupName": {"max": None},
        "LogStreamName": {"max": None},
    },
    "cognito-idp": {
        # The pattern is that of prefixes, and is held against those by the service itself: a domain of one's own has dots in it.
        "DomainType": {"pattern": None},
        # The operation's documentation speaks of a flow that the enumeration does not have yet.
        "ExplicitAuthFlowsType": {"enum": ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH",
            "ALLOW_CUSTOM_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH",
            "ALLOW_CLIENT_TOKEN_AUTH"]},
        # "Amazon Cognito doesn't evaluate Identity and Access Management (IAM) policies in requests for this API operation. For this
        # operation, you can't use IAM credentials to authorize requests": whatever signature comes along says nothing.
        "operations": {"GetClientToken": {"authtype": "none"}},
    },
    # What stands in headers and queries S3 looks at itself, and speaks of in words of its own: "The storage class you specified is not
    # valid".
    "s3": {**{shape: {"enum": None} for shape in (
        "BucketCannedACL", "BucketLocationConstraint", "ChecksumAlgorithm", "ChecksumMode", "ChecksumType", "EncodingType", "MetadataDirective",
        "ObjectAttributes", "ObjectCannedACL", "ObjectLockLegalHoldStatus", "ObjectLockMode", "OptionalObjectAttributes", "RequestPayer", "ServerSideEncryption", "StorageClass",
        "TaggingDirective")}, "CopySource": {"pattern": None}, "ObjectKey": {"min": None}},
    # "Value 'HTTPS_PROXY' at 'putIntegrationInput.type' failed to satisfy constraint", but "at 'statusCode'", which is in the path;
    # "class java.lang.Boolean can not be converted to an String".
    "apigateway": {"metadata": {"namesInputs": True, "readsValues": True}},
    # A message that is too long is a PayloadTooLargeException, which the service says itself.
    "apigatewaymanagementapi": {"Data": {"max": None}},
    # Errors are called so: "com.amazonaws.cloudwatch.v2010_08_01#ResourceNotFound".
    "cloudwatch": {"metadata": {"namespace": "com.amazonaws.cloudwatch.v2010_08_01",
                                "xmlNamespace": "http://monitoring.amazonaws.com/doc/2010-08-01/"}},
    "dynamodbstreams": {
        # Errors and classes are DynamoDB's: "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException".
        "metadata": {"endpointPrefix": "dynamodb"},
    },
}

# What a broken constraint is called where it is no ValidationException: "1 validation error detected: Value '10001' at 'limit' ..."
# of Logs is an InvalidParameterException.
BROKEN = {"cognito-idp": "InvalidParameterException", "logs": "InvalidParameterException"}

# IAM does not repeat a value that breaks a constraint: "Value at 'path' failed to satisfy constraint".
SILENT = {"iam"}


def trimmed(node):
    if isinstance(node, dict):
        return {name: trimmed(value) for name, value in node.items()
                if not isinstance(value, DROPPED.get(name, ()))}
    return [trimmed(value) for value in node] if isinstance(node, list) else node


def present(shape):
    return {name: value for name, value in shape.items() if value is not None}


def operation(node):
    kept = {name: value for name, value in node.items() if name != "name"}
    if kept.get("http") == {"method": "POST", "requestUri": "/"}:
        del kept["http"]
    return kept


def load(folder, name):
    path = folder / f"{name}.json.gz"
    return json.load(gzip.open(path)) if path.exists() else {}


def main():
    models, *services = sys.argv[1:]
    for service in services:
        folder = pathlib.Path(models) / service
        full = trimmed(load(folder, "service-2"))
        observed = OBSERVED.get(service, {})
        model = {
            "metadata": {name: full["metadata"][name] for name in METADATA if name in full["metadata"]}
            | ({"silent": True} if service in SILENT else {})
            | ({"constraintError": BROKEN[service]} if service in BROKEN else {})
            | observed.get("metadata", {}),
            "operations": {name: operation(node) | observed.get("operations", {}).get(name, {})
                           for name, node in full["operations"].items()},
            "shapes": {name: present(shape | observed.get(name, {})) for name, shape in full["shapes"].items()},
            "waiters": load(folder, "waiters-2").get("waiters", {}),
            "paginators": load(folder, "paginators-1").get("pagination", {}),
        }
        target = RESOURCES / service / "api.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(model, indent=1) + "\n")


if __name__ == "__main__":
    main()
