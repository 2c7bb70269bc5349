/** What can go wrong between here and a Web Admin, as sentences that say what to do. None of them holds a password or an answer. */

/** fatal: nothing more can be asked; gone: this one object is not there; busy: worth several tries; cut: worth one more. */
export type ApiFailure = 'fatal' | 'gone' | 'busy' | 'cut';

/** A failure with a sentence for the user. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly failure: ApiFailure;

  constructor(message: string, failure: ApiFailure = 'fatal') {
    super(message);
    this.failure = failure;
  }
}

const howToTrust =
  'A Web Admin has a self-signed certificate more often than not: give it, or the one that signed it, with --ca <file> ' +
  '(openssl s_client -connect HOST </dev/null | openssl x509 shows it; compare its fingerprint on the server), or skip the check with --insecure.';

/** A failed connection, by the code that Node gives it. */
export function connectionError(host: string, code: string | null): ApiError {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NONAME':
      return new ApiError(`There is no host ${host.replace(/:\d+$/, '')} that this machine can find.`);
    case 'ECONNREFUSED':
      return new ApiError(`${host} refuses the connection. The API is on the port of the Web Admin, often 443, 445 or 8443.`);
    case 'ETIMEDOUT':
    case 'ABORT_ERR':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return new ApiError(`${host} does not answer in time.`);
    case 'ECONNRESET':
    case 'EPIPE':
      return new ApiError(`${host} cut the connection off in the middle of an answer.`, 'cut');
    case 'EPROTO':
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
      return new ApiError(`${host} does not speak HTTPS on this port.`);
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return new ApiError(`The certificate of ${host} is not valid at this time. ${trust(host)}`);
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return new ApiError(`The certificate of ${host} is for another name. ${trust(host)}`);
    default:
      if (code !== null && /CERT|SIGNED|SIGNATURE|ISSUER|SSL|TLS/.test(code)) {
        return new ApiError(`The certificate of ${host} is not trusted. ${trust(host)}`);
      }
      return new ApiError(`The connection to ${host} failed${code === null ? '' : ` (${code})`}.`);
  }
}

function trust(host: string): string {
  return howToTrust.replace('HOST', host.includes(':') ? host : `${host}:443`);
}

/** An answer that is no success. @param reasons the names in its `failureDetails` */
export function statusError(status: number, path: string, host: string, reasons: readonly string[]): ApiError {
  const why = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
  switch (status) {
    case 401:
      return new ApiError(`${host} does not accept the user or the password (401).`);
    case 403:
      return new ApiError(`${host} does not allow this user to read ${path} (403)${why}: the user needs the role api or admin.`);
    case 404:
      return new ApiError(`${host} has no ${path} (404)${why}.`, 'gone');
    case 503:
      return new ApiError(`${host} is busy (503), also after several tries.`, 'busy');
    default:
      if (status >= 300 && status < 400)
        return new ApiError(`${host} sends elsewhere (${status}) instead of answering ${path}: is this the Web Admin?`);
      // "… does not exist" comes as 400 too (stated: failureDetails).
      if (reasons.some((reason) => reason.endsWith('DoesNotExist'))) return new ApiError(`${host} has no ${path}${why}.`, 'gone');
      return new ApiError(`${host} answers ${path} with an error (${status})${why}.`);
  }
}

/** An answer that no Cisco Meeting Server gives. */
export function notCms(path: string, host: string): ApiError {
  return new ApiError(`${host} answers ${path} with something that is no XML of the API: is this the Web Admin of a Cisco Meeting Server?`);
}

/** An answer without its end. */
export function cutOff(path: string, host: string): ApiError {
  return new ApiError(`The answer of ${host} to ${path} ends in the middle.`, 'cut');
}

/** An answer that would fill the memory. */
export function tooLarge(path: string, host: string): ApiError {
  return new ApiError(`The answer of ${host} to ${path} is larger than any answer of the API can be.`);
}
