/** Asks a Web Admin. There is no way to send anything but GET: no function here takes a method or a body. */
import { X509Certificate } from 'node:crypto';
import { Agent, get as httpsGet } from 'node:https';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import type { IncomingMessage } from 'node:http';
import { gunzip } from 'node:zlib';
import { ApiError, connectionError, cutOff, notCms, statusError, tooLarge } from './api-error.ts';

/** How a server is reached, and how patiently. */
export interface ApiAccess {
  /** `https://host:port`. */
  readonly url: URL;
  readonly user: string;
  readonly password: string;
  /** Certificates in PEM that are trusted instead of the system's; null = the system's. */
  readonly ca: string | null;
  /** true = any certificate will do. */
  readonly insecure: boolean;
  /** Milliseconds without a byte after which a request has failed. */
  readonly timeout: number;
  /** Milliseconds to wait before each further try of a busy server. */
  readonly waits: readonly number[];
  /** Requests at once. The API shares the Call Bridge's time, so that few are enough. */
  readonly concurrency: number;
}

/** Patience for real servers: a Call Bridge in trouble answers slowly, and must not be pushed. */
export const gentle = { timeout: 30_000, waits: [500, 1000, 2000, 4000, 8000], concurrency: 4 } as const;

/** Asks one server. */
export interface ApiClient {
  readonly host: string;
  /**
   * One answer, decompressed.
   * @param path behind `/api/v1`, with its query
   * @throws ApiError with a sentence for the user
   */
  get(path: string): Promise<string>;
  close(): void;
}

/** Bytes of one answer, compressed or not. */
const largest = 64 * 1024 * 1024;

/** A client that keeps its connections, retries what is worth it, and can do nothing but GET. */
export function apiClient(access: ApiAccess): ApiClient {
  const { url, user, password, timeout, waits } = access;
  const agent = new Agent({ keepAlive: true, maxSockets: access.concurrency, ...trustOf(access) });
  const authorization = `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
  const headers = { authorization, accept: 'application/xml, text/xml', 'accept-encoding': 'gzip' };

  let closed = false;
  const once = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      // `timeout` is for silence; a server that gives a byte now and then is left after four times as long.
      const signal = AbortSignal.timeout(timeout * 4);
      const request = httpsGet(new URL(`/api/v1${path}`, url), { agent, headers, timeout, signal }, (response) => {
        receive(response, path, url.host).then(resolve, reject);
      });
      request.on('timeout', () => request.destroy(connectionError(url.host, 'ETIMEDOUT')));
      request.on('error', (error) => reject(error instanceof ApiError ? error : connectionError(url.host, codeOf(error))));
    });

  return {
    host: url.host,
    async get(path) {
      let cuts = 0;
      for (const wait of waits) {
        if (closed) throw new ApiError('The connection is closed.');
        try {
          return await once(path);
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          if (error.failure === 'cut') cuts += 1;
          if (error.failure !== 'busy' && (error.failure !== 'cut' || cuts > 1)) throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
      return once(path);
    },
    close() {
      closed = true;
      agent.destroy();
    },
  };
}

/**
 * A certificate that was given is trusted for this host whatever name it has: Web Admins are asked by address, and the certificates they
 * made themselves name something else.
 */
function trustOf({ ca, insecure }: ApiAccess) {
  if (insecure) return { rejectUnauthorized: false };
  if (ca === null) return {};
  const given = new Set(certificates(ca).map(({ fingerprint256 }) => fingerprint256));
  return {
    ca,
    checkServerIdentity: (host: string, certificate: PeerCertificate) =>
      given.has(certificate.fingerprint256) ? undefined : checkServerIdentity(host, certificate),
  };
}

/** @throws ApiError when a text holds no certificate */
export function certificates(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  try {
    if (blocks.length > 0) return blocks.map((block) => new X509Certificate(block));
  } catch {
    // Says the same as no certificate at all.
  }
  throw new ApiError('--ca: the file holds no certificate in PEM (-----BEGIN CERTIFICATE-----).');
}

async function receive(response: IncomingMessage, path: string, host: string): Promise<string> {
  const status = response.statusCode ?? 0;
  const body = await bytesOf(response, path, host);
  const zipped = (response.headers['content-encoding'] ?? '').toLowerCase() === 'gzip';
  const text = (zipped ? await unzip(body, path, host) : body).toString('utf8');
  if (status !== 200) throw statusError(status, path.replace(/\?.*$/, ''), host, failureReasons(text));
  if (!/^\s*</.test(text) || /<html[\s>]/i.test(text.slice(0, 2000))) throw notCms(path, host);
  return text;
}

async function bytesOf(response: IncomingMessage, path: string, host: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      size += bytes.length;
      if (size > largest) throw tooLarge(path, host);
      chunks.push(bytes);
    }
  } catch (error) {
    throw error instanceof ApiError ? error : cutOff(path, host);
  }
  if (!response.complete) throw cutOff(path, host);
  return Buffer.concat(chunks);
}

function unzip(body: Buffer, path: string, host: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    gunzip(body, { maxOutputLength: largest }, (error, result) => {
      if (error === null) resolve(result);
      else reject(codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(path, host) : cutOff(path, host));
    });
  });
}

/** The names of the elements in `failureDetails`: they say what is wrong, and hold no values. */
function failureReasons(text: string): readonly string[] {
  const [, details = ''] = /<failureDetails>([\s\S]{0,4000}?)<\/failureDetails>/.exec(text) ?? [];
  return [...details.matchAll(/<([A-Za-z]{1,60})[\s/>]/g)].map(([, name = '']) => name);
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
