// Objects, as a JavaScript program puts and gets them. The environment gives the endpoint and the keys.
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';

const endpoint = process.env.AWS_ENDPOINT_URL;
assert.ok(endpoint, 'no client is started without an endpoint');

const s3 = new S3Client({ endpoint, maxAttempts: 1, forcePathStyle: true });

await s3.send(
  new CreateBucketCommand({ Bucket: 'shop', CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } }),
);

test('an object is put and got, with what describes it', async () => {
  const put = await s3.send(
    new PutObjectCommand({ Bucket: 'shop', Key: 'a b/ü+1.txt', Body: 'hello', ContentType: 'text/plain', Metadata: { n: '1' } }),
  );
  const got = await s3.send(new GetObjectCommand({ Bucket: 'shop', Key: 'a b/ü+1.txt' }));

  assert.equal(await got.Body.transformToString(), 'hello');
  assert.equal(got.ETag, put.ETag);
  assert.equal(got.ContentType, 'text/plain');
  assert.deepEqual(got.Metadata, { n: '1' });
});

test('a stream is put whose length is known', async () => {
  const pieces = Array.from({ length: 100 }, (_, n) => Buffer.alloc(10_000, n));
  await s3.send(
    new PutObjectCommand({ Bucket: 'shop', Key: 'stream', Body: Readable.from(pieces), ContentLength: 1_000_000 }),
  );

  const got = await s3.send(new GetObjectCommand({ Bucket: 'shop', Key: 'stream' }));
  assert.deepEqual(Buffer.from(await got.Body.transformToByteArray()), Buffer.concat(pieces));
});

test('what is not there has the name that programs look for', async () => {
  await assert.rejects(s3.send(new GetObjectCommand({ Bucket: 'shop', Key: 'nothing' })), { name: 'NoSuchKey' });
  await assert.rejects(s3.send(new HeadObjectCommand({ Bucket: 'shop', Key: 'nothing' })), { name: 'NotFound' });
  await assert.rejects(s3.send(new GetObjectCommand({ Bucket: 'nowhere', Key: 'a' })), { name: 'NoSuchBucket' });
});

test('an object is uploaded in parts', async () => {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket: 'shop', Key: 'film' }));
  const bodies = [Buffer.alloc(5 * 1024 * 1024, 1), Buffer.from('end')];
  const Parts = [];
  for (const [index, Body] of bodies.entries()) {
    const part = await s3.send(
      new UploadPartCommand({ Bucket: 'shop', Key: 'film', UploadId, PartNumber: index + 1, Body }),
    );
    Parts.push({ PartNumber: index + 1, ETag: part.ETag });
  }
  await s3.send(new CompleteMultipartUploadCommand({ Bucket: 'shop', Key: 'film', UploadId, MultipartUpload: { Parts } }));

  const tail = await s3.send(new GetObjectCommand({ Bucket: 'shop', Key: 'film', Range: 'bytes=-3' }));
  assert.equal(await tail.Body.transformToString(), 'end');
});

test('pages are turned and many objects deleted', async () => {
  for (let n = 0; n < 5; n++) {
    await s3.send(new PutObjectCommand({ Bucket: 'shop', Key: `page/${n}`, Body: '' }));
  }
  const keys = [];
  for await (const page of paginateListObjectsV2({ client: s3, pageSize: 2 }, { Bucket: 'shop', Prefix: 'page/' })) {
    keys.push(...page.Contents.map((each) => each.Key));
  }
  assert.deepEqual(keys, ['page/0', 'page/1', 'page/2', 'page/3', 'page/4']);

  const { Deleted } = await s3.send(
    new DeleteObjectsCommand({ Bucket: 'shop', Delete: { Objects: keys.map((Key) => ({ Key })) } }),
  );
  assert.equal(Deleted.length, 5);
});
