// What graphql-js and GraphQL Inspector say of the schema: of the text in docs/ and of what the server tells of itself.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import * as inspector from '@graphql-inspector/core';
import {
  Source,
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  introspectionFromSchema,
  introspectionTypes,
  lexicographicSortSchema,
  printSchema,
  validateSchema,
  version,
} from 'graphql';
import { server } from './server.mjs';

const root = new URL('../../', import.meta.url);
const text = fs.readFileSync(new URL('docs/schema.graphql', root), 'utf8');
const schema = buildSchema(text);

test(`graphql-js ${version} finds no fault in the schema`, () => {
  assert.ok(version.startsWith('16.'));
  assert.deepEqual(validateSchema(schema), []);
});

test('the schema by introspection is the schema of the text', async () => {
  const parts = {
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  };
  const response = await fetch(server, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: getIntrospectionQuery(parts) }),
  });
  const { data, errors } = await response.json();
  assert.equal(errors, undefined);

  const told = buildClientSchema(data);
  assert.deepEqual(validateSchema(told), []);
  const types = (it) => introspectionFromSchema(lexicographicSortSchema(it), parts).__schema.types;
  // Of introspection's own types graphql-js has its own, whatever the server tells.
  assert.deepEqual(types(told), types(schema));
  assert.equal(printSchema(lexicographicSortSchema(told)), printSchema(lexicographicSortSchema(schema)));
  const directives = data.__schema.directives.map(({ name }) => name).sort();
  assert.deepEqual(directives, ['deprecated', 'include', 'oneOf', 'skip', 'specifiedBy']);
});

// Of drafts later than September 2025: directives that are deprecated.
const drafts = new Set(['__Directive.isDeprecated', '__Directive.deprecationReason', '__DirectiveLocation.DIRECTIVE_DEFINITION']);

test("introspection's own types have all that graphql-js's have", async () => {
  const response = await fetch(server, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __schema { types { name fields(includeDeprecated: true) { name } enumValues { name } } } }' }),
  });
  const { data } = await response.json();
  const told = new Map(data.__schema.types.map((type) => [type.name, new Set([...(type.fields ?? []), ...(type.enumValues ?? [])].map(({ name }) => name))]));
  for (const type of introspectionTypes) {
    const names = 'getFields' in type ? Object.keys(type.getFields()) : type.getValues().map(({ name }) => name);
    for (const name of names.filter((it) => !drafts.has(`${type.name}.${it}`))) assert.ok(told.get(type.name).has(name), `${type.name}.${name}`);
  }
});

test('the schema that the server hands out is the text', async () => {
  const response = await fetch(`${server}?sdl`);
  assert.equal(await response.text(), text);
});

test('GraphQL Inspector sees what a change to the schema would break', async () => {
  const changed = buildSchema(text.replace(/^ {2}standing: Standing!$/gm, '  standing: Standing'));
  const changes = await inspector.diff(schema, changed);
  assert.ok(changes.some(({ path, criticality }) => path === 'Backing.standing' && criticality.level === 'BREAKING'));
});

test("GraphQL Inspector accepts the playground's examples", () => {
  const folder = new URL('src/GraphIntel.Web/src/examples/', root);
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  assert.ok(files.length >= 6);
  const sources = files.map((name) => new Source(fs.readFileSync(new URL(name, folder), 'utf8'), name));
  assert.deepEqual(inspector.validate(schema, sources), []);

  const mistaken = inspector.validate(schema, [new Source('{ actor(id: "actor:iran") { nick } }', 'mistaken')]);
  assert.match(mistaken[0].errors[0].message, /Cannot query field "nick"/);
});
