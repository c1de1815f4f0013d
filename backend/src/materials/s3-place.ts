import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../platform/config.ts';
import { Refusal } from '../platform/errors.ts';
import { FaultLog } from '../platform/fault-log.ts';
import { UnitOfWork, type Actor } from '../platform/unit-of-work.ts';
import { Place } from './place.ts';
import type { Spool } from './spool.ts';

/** How long a bucket may be silent, in ms. */
const LONGEST_MS = 20_000;

/** What went wrong is told by us, without the address of anything. */
const silent = () => undefined;
const SILENT = { trace: silent, debug: silent, info: silent, warn: silent, error: silent };

type Sdk = typeof import('@aws-sdk/client-s3');

/** In a bucket that speaks S3, when the settings name one. A file is called by its municipality and a random id, never by its name. */
@Injectable()
export class S3Place extends Place {
  readonly name = 'S3';
  private opened: Promise<{ sdk: Sdk; client: S3Client }> | undefined;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(FaultLog) private readonly faults: FaultLog,
  ) {
    super();
  }

  get isUsed(): boolean {
    return this.settings.S3_ENDPOINT !== undefined;
  }

  /** The row first, in a transaction of its own: an object without a row could not be found again. */
  async store(actor: Actor, fileId: string, file: Spool, mime: string): Promise<void> {
    await this.unitOfWork.withoutHistory(actor, (query) =>
      query(`insert into material_file (id, municipality_id, place) values ($1, $2, 'S3')`, [
        fileId,
        actor.municipalityId,
      ]),
    );
    const hash = createHash('sha256');
    for await (const piece of file.pieces()) hash.update(piece);
    await this.asked(async ({ sdk, client }) => {
      const put = new sdk.PutObjectCommand({
        ...this.object(actor, fileId),
        Body: file.stream(),
        ContentLength: file.size,
        ContentType: mime,
      });
      // Signed with what is sent: a stream cannot be read twice, and without it nobody would notice a byte that fell out.
      put.middlewareStack.add(
        (next) => (args) => {
          (args.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = hash.digest('hex');
          return next(args);
        },
        { step: 'build', name: 'hashOfBody' },
      );
      await client.send(put);
    });
  }

  read(actor: Actor, fileId: string): Promise<AsyncIterable<Uint8Array>> {
    return this.asked(async ({ sdk, client }) => {
      const { Body } = await client.send(new sdk.GetObjectCommand(this.object(actor, fileId)));
      return Body as Readable;
    });
  }

  /** The object first: while it may still be there its row must be. */
  async remove(actor: Actor, fileId: string): Promise<void> {
    await this.asked(({ sdk, client }) => client.send(new sdk.DeleteObjectCommand(this.object(actor, fileId))));
    await this.unitOfWork.withoutHistory(actor, (query) =>
      query(
        'delete from material_file f where id = $1 and not exists (select from material x where x.file_id = f.id)',
        [fileId],
      ),
    );
  }

  private object({ municipalityId }: Actor, fileId: string): { Bucket: string; Key: string } {
    return { Bucket: this.settings.S3_BUCKET!, Key: `${municipalityId}/${fileId}` };
  }

  private async asked<T>(work: (open: { sdk: Sdk; client: S3Client }) => Promise<T>): Promise<T> {
    // A file that was stored while there was a bucket, and there is none any more.
    if (!this.isUsed) throw new Refusal('STORE_AWAY');
    this.opened ??= this.open();
    try {
      return await work(await this.opened);
    } catch (error) {
      this.faults.warn({ why: String((error as Error).name) }, 'the bucket of files did not do as it was asked');
      throw new Refusal('STORE_AWAY');
    }
  }

  /** Loaded when it is first used: the start does not wait for it. */
  private async open(): Promise<{ sdk: Sdk; client: S3Client }> {
    const sdk = await import('@aws-sdk/client-s3');
    const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = this.settings;
    const client = new sdk.S3Client({
      endpoint: S3_ENDPOINT!,
      region: S3_REGION!,
      credentials: { accessKeyId: S3_ACCESS_KEY_ID!, secretAccessKey: S3_SECRET_ACCESS_KEY! },
      forcePathStyle: true,
      // A stream cannot be sent a second time.
      maxAttempts: 1,
      logger: SILENT,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 5_000, requestTimeout: LONGEST_MS, throwOnRequestTimeout: true },
    });
    return { sdk, client };
  }
}
