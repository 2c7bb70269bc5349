/** Reading a live server, with a stand-in that behaves as the facts say, and misbehaves in every way that the world has. */
import { afterEach, describe, expect, test } from 'vitest';
import { type ApiAccess, apiClient } from '#configuration/api-client.ts';
import { walk, type Walk } from '#configuration/api-walk.ts';
import { readConfiguration, verdictOf } from '#configuration/index.ts';
import { outcomes, soleSpace } from './support/answers.ts';
import { selfSigned } from './support/certificate.ts';
import { sampleTexts } from './support/answers.ts';
import { type StandIn, standIn, type StandInOptions } from './support/server.ts';

/** The objects of a sample by the paths at which the API has them. */
function objectsOf(number: number): ReadonlyMap<string, string> {
  const texts = sampleTexts(`scenario-${number}`).map(([path, text]): [string, string] => [
    path.replace(`scenario-${number}`, '').replace('.xml', ''),
    text.replace('<?xml version="1.0"?>\n', ''),
  ]);
  return new Map(texts.filter(([path]) => !/(?:accessMethods|coSpaceUsers)$/.test(path)));
}

const open: StandIn[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(options: Partial<StandInOptions> = {}): Promise<StandIn> {
  const server = await standIn({ objects: objectsOf(2), ...options });
  open.push(server);
  return server;
}

const secret = 'correct horse';

function accessTo(server: Pick<StandIn, 'url' | 'certificate'>, change: Partial<ApiAccess> = {}): ApiAccess {
  const usual = { user: 'reader', password: secret, insecure: false, timeout: 2000, waits: [5, 10, 20, 40], concurrency: 4 };
  return { ...usual, url: new URL(server.url), ca: server.certificate, ...change };
}

async function walked(access: ApiAccess): Promise<Walk> {
  const client = apiClient(access);
  try {
    return await walk(client, { concurrency: access.concurrency, wants: () => true, progress: () => undefined });
  } finally {
    client.close();
  }
}

async function complaint(access: ApiAccess): Promise<string> {
  const message = await walked(access).then(
    () => 'no complaint',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  expect(message).not.toContain(secret);
  expect(message).not.toContain('314159');
  return message.replace(/localhost:\d+/g, 'cms:445');
}

describe('a server that behaves', () => {
  test.each([1, 2, 3, 4])('gives the same verdict on scenario %i as its saved answers', async (number) => {
    const server = await serve({ objects: objectsOf(number) });
    const live = verdictOf(readConfiguration((await walked(accessTo(server))).texts), null);
    const saved = verdictOf(
      readConfiguration(sampleTexts(`scenario-${number}`).map(([input, text]) => ({ input, text, path: null, line: 1 }))),
      null,
    );
    expect(soleSpace(live).ways).toEqual(soleSpace(saved).ways);
    expect(soleSpace(live).faults).toEqual([]);
    expect(soleSpace(live).scenarios.map((each) => each.number)).toEqual([number]);
  });

  test('is only ever asked with GET, and few times at once', async () => {
    const server = await serve();
    await walked(accessTo(server));
    expect(server.asked.filter((each) => !each.startsWith('GET /api/v1/'))).toEqual([]);
    expect(server.busiest()).toBeLessThanOrEqual(4);
  });

  test('may have a cap on pages of its own, and compress', async () => {
    const many = new Map<string, string>([['/system/profiles', '<profiles></profiles>']]);
    for (let n = 0; n < 53; n += 1) {
      const id = `bbbbbbbb-0000-4000-8000-${String(n).padStart(12, '0')}`;
      many.set(`/coSpaces/${id}`, `<coSpace id="${id}"><name>Room ${n}</name><uri>room${n}</uri></coSpace>`);
    }
    const server = await serve({ objects: many, cap: 7, gzip: true });
    const { configuration } = readConfiguration((await walked(accessTo(server))).texts);
    expect(configuration.spaces).toHaveLength(53);
    expect(
      configuration.spaces.every(
        ({ space, accessMethodsComplete, membersComplete }) => space.full && accessMethodsComplete && membersComplete,
      ),
    ).toBe(true);
    expect(server.asked.filter((each) => each.includes('/coSpaces?'))).toHaveLength(8);
  });

  test('may be busy now and then', async () => {
    const server = await serve({
      trouble: (_, response, count) => {
        if (count % 3 !== 0) return false;
        response.writeHead(503).end();
        return true;
      },
    });
    const { configuration } = readConfiguration((await walked(accessTo(server))).texts);
    expect(outcomes(soleSpace(verdictOf({ ...readConfiguration([]), configuration }, null)))['URI board']).toBe('guest');
  });

  test('may break one answer off', async () => {
    let broken = 0;
    const server = await serve({
      trouble: (request, response) => {
        if (request.url !== '/api/v1/system/profiles' || broken > 0) return false;
        broken += 1;
        response.writeHead(200, { 'content-length': '500' }).write('<profiles>');
        setTimeout(() => response.destroy(), 5);
        return true;
      },
    });
    expect((await walked(accessTo(server))).notices).toEqual([]);
  });
});

describe('a server that does not', () => {
  const always =
    (reply: (response: Parameters<NonNullable<StandInOptions['trouble']>>[1]) => void): NonNullable<StandInOptions['trouble']> =>
    (_, response) => {
      reply(response);
      return true;
    };

  test.each<[string, Partial<StandInOptions>, RegExp]>([
    ['knows another password', { password: 'other' }, /does not accept the user or the password \(401\)/],
    [
      'forbids',
      { trouble: always((response) => response.writeHead(403).end()) },
      /does not allow this user to read \/system\/profiles \(403\).*role api/,
    ],
    ['is always busy', { trouble: always((response) => response.writeHead(503).end()) }, /is busy \(503\), also after several tries/],
    ['is no CMS', { trouble: always((response) => response.end('<!doctype html><html><body>Router</body></html>')) }, /no XML of the API/],
    ['answers with another XML', { trouble: always((response) => response.end('<?xml version="1.0"?><rss></rss>')) }, /no XML of the API/],
    ['answers with nothing', { trouble: always((response) => response.end()) }, /no XML of the API/],
    [
      'sends elsewhere',
      { trouble: always((response) => response.writeHead(302, { location: '/login' }).end()) },
      /sends elsewhere \(302\)/,
    ],
    [
      'fails',
      { trouble: always((response) => response.writeHead(500).end('<failureDetails><databaseNotReady/></failureDetails>')) },
      /error \(500\) \(databaseNotReady\)/,
    ],
    ['ends in the middle', { trouble: always((response) => response.end('<profiles><callLegProfile>')) }, /ends in the middle/],
    [
      'cuts off compressed answers',
      {
        trouble: always((response) =>
          response.writeHead(200, { 'content-encoding': 'gzip' }).end(Buffer.from('H4sIAAAAAAAAA7Mp', 'base64')),
        ),
      },
      /ends in the middle/,
    ],
  ])('%s', async (_, options, expected) => {
    expect(await complaint(accessTo(await serve(options)))).toMatch(expected);
  });

  test('never answers', async () => {
    const server = await serve({ trouble: () => true });
    expect(await complaint(accessTo(server, { timeout: 50 }))).toBe('cms:445 does not answer in time.');
  });

  test('answers byte by byte without an end', async () => {
    const server = await serve({
      trouble: (_, response) => {
        const trickle = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(trickle));
        return true;
      },
    });
    expect(await complaint(accessTo(server, { timeout: 100 }))).toMatch(/in time|in the middle/);
  });

  test('never ends its pages', async () => {
    let served = 0;
    const server = await serve({
      trouble: (request, response) => {
        if (!(request.url ?? '').startsWith('/api/v1/coSpaces?')) return false;
        const ids = Array.from(
          { length: 20 },
          () => `<coSpace id="bbbbbbbb-0000-4000-8000-${String((served += 1) % 60).padStart(12, '0')}"/>`,
        );
        response.end(`<coSpaces total="999999">${ids.join('')}</coSpaces>`);
        return true;
      },
    });
    const { notices } = await walked(accessTo(server));
    expect(notices.map(({ code }) => code)).toContain('list-incomplete');
    expect(served).toBeLessThan(200);
  });

  test('loses an object that a list named', async () => {
    const server = await serve({
      trouble: (request, response) => {
        if (!/callLegProfiles\/22a0/.test(request.url ?? '')) return false;
        response.writeHead(404).end('<failureDetails><callLegProfileDoesNotExist/></failureDetails>');
        return true;
      },
    });
    const { texts, notices } = await walked(accessTo(server));
    expect(notices.map(({ code }) => code)).toEqual(['object-gone']);
    expect(outcomes(soleSpace(verdictOf(readConfiguration(texts), null)))['URI board']).toBe('unknown');
  });
});

describe('the way to a server', () => {
  test('a host that is none', async () => {
    const server = { url: 'https://no-such-host.invalid:445', certificate: selfSigned('x').certificate };
    expect(await complaint(accessTo(server))).toBe('There is no host no-such-host.invalid that this machine can find.');
  });

  test('a port where nobody listens', async () => {
    const server = await serve();
    await server.close();
    expect(await complaint(accessTo(server))).toMatch(/^cms:445 refuses the connection\. The API is on the port of the Web Admin/);
  });

  test('a certificate that nobody knows: says how to trust it', async () => {
    const server = await serve();
    const told = await complaint(accessTo(server, { ca: null }));
    expect(told).toMatch(/^The certificate of cms:445 is not trusted\./);
    expect(told).toContain('--ca <file>');
    expect(told).toContain('--insecure');
  });

  test('a certificate that was given, though for another name', async () => {
    const server = await serve({ certificate: selfSigned('some-cms.example') });
    expect((await walked(accessTo(server))).notices).toEqual([]);
  });

  test('another certificate than the one that was given', async () => {
    const server = await serve();
    expect(await complaint(accessTo(server, { ca: selfSigned('localhost').certificate }))).toMatch(/certificate of cms:445 is not trusted/);
  });

  test('a certificate that has expired', async () => {
    const server = await serve({ certificate: selfSigned('localhost', -3) });
    expect(await complaint(accessTo(server))).toMatch(/certificate of cms:445 is not valid at this time/);
  });

  test('any certificate, when that is asked for', async () => {
    const server = await serve({ certificate: selfSigned('other.example', -3) });
    expect((await walked(accessTo(server, { ca: null, insecure: true }))).notices).toEqual([]);
  });

  test('a wrong password is tried once', async () => {
    const server = await serve({ password: 'other' });
    await complaint(accessTo(server));
    expect(server.asked).toHaveLength(1);
  });
});
