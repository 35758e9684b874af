// graphql-http's audits of a server, one test each: what the specification of GraphQL over HTTP says it must, should and may do.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverAudits } from 'graphql-http';
import { server } from './server.mjs';

/**
 * What the suite asks and we leave: it has the default media type of before 2025-01-01, we that of after
 * (docs/decisions/0011-the-type-of-responses.md).
 */
const left = new Map([
  ['47DE', 'SHOULD accept */* and use application/json for the content-type'],
  ['80D8', 'SHOULD assume application/json content-type when accept is missing'],
]);

const audits = serverAudits({ url: server });

test('every audit that is left is one of the suite, and none is a MUST', () => {
  const names = new Map(audits.map(({ id, name }) => [id, name]));
  for (const [id, name] of left) assert.equal(names.get(id), name);
  assert.ok(audits.length >= 60);
  assert.ok([...left.values()].every((name) => !name.startsWith('MUST')));
});

for (const audit of audits) {
  test(`${audit.id} ${audit.name}`, async () => {
    const result = await audit.fn();
    if (!left.has(audit.id)) return assert.equal(result.status, 'ok', result.reason);
    // The day it passes, the decision is void and the line goes.
    assert.equal(result.status, 'warn');
    assert.equal(result.response.status, 200);
    assert.equal(result.response.headers.get('content-type'), 'application/graphql-response+json; charset=utf-8');
  });
}
