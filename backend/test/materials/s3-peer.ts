import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A bucket in this process: PUT, GET and DELETE of an object, each signed and, when it brings bytes, with their hash. */
export class S3Peer {
  readonly objects = new Map<string, { bytes: Buffer; type: string }>();
  /** What it refuses to do. */
  readonly refuses = new Set<string>();
  private constructor(private readonly server: Server) {}

  static async start(): Promise<S3Peer> {
    const server = createServer();
    const peer = new S3Peer(server);
    server.on('request', (request, response) => void peer.serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return peer;
  }

  get settings(): Record<string, string> {
    return {
      S3_ENDPOINT: `http://127.0.0.1:${(this.server.address() as { port: number }).port}`,
      S3_BUCKET: 'pejling',
      S3_REGION: 'eu-north-1',
      S3_ACCESS_KEY_ID: 'en-noegle',
      S3_SECRET_ACCESS_KEY: 'en-hemmelighed',
    };
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const { method = '', headers } = request;
    const path = new URL(request.url!, 'http://s3').pathname;
    const isSigned = /^AWS4-HMAC-SHA256 Credential=en-noegle\/\d{8}\/eu-north-1\/s3\//.test(
      headers.authorization ?? '',
    );
    const isWhole =
      method !== 'PUT' ||
      (headers['x-amz-content-sha256'] === createHash('sha256').update(bytes).digest('hex') &&
        Number(headers['content-length']) === bytes.length);
    if (!isSigned || !isWhole || this.refuses.has(method)) return void response.writeHead(503).end();
    if (method === 'PUT') {
      this.objects.set(path, { bytes, type: headers['content-type'] ?? '' });
      return void response.writeHead(200, { etag: '"x"' }).end();
    }
    if (method === 'DELETE') {
      this.objects.delete(path);
      return void response.writeHead(204).end();
    }
    const object = this.objects.get(path);
    if (!object) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-length': object.bytes.length, 'content-type': object.type }).end(object.bytes);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
