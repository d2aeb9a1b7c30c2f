package groundschool.emulator.s3.operation;

import groundschool.emulator.Request;
import groundschool.emulator.s3.Buckets;

/// What S3 does: one record for each operation.
public sealed interface S3Operation extends Request<Buckets>
        permits AbortMultipartUpload,
                CompleteMultipartUpload,
                CopyObject,
                CreateBucket,
                CreateMultipartUpload,
                DeleteBucket,
                DeleteBucketTagging,
                DeleteObject,
                DeleteObjectTagging,
                DeleteObjects,
                GetBucketLocation,
                GetBucketTagging,
                GetBucketVersioning,
                GetObject,
                GetObjectAttributes,
                GetObjectTagging,
                HeadBucket,
                HeadObject,
                ListBuckets,
                ListMultipartUploads,
                ListObjectVersions,
                ListObjects,
                ListObjectsV2,
                ListParts,
                PutBucketTagging,
                PutBucketVersioning,
                PutObject,
                PutObjectTagging,
                UploadPart,
                UploadPartCopy {}
