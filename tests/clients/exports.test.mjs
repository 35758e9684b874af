// Exported graphs, read by graphology's readers of GEXF and GraphML, beside the same answer of the API.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { server } from './server.mjs';

const query = `{
  neighborhood(of: ["place:maskanah"], depth: 2) {
    nodes { id label }
    relationships { id label source { id } target { id } ... on Control { from until status } }
  }
}`;

// An id of GraphML is a name token, which cannot have all characters.
const token = (id) => id.replace(/[^\w.:-]/g, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);

const readers = {
  gexf: { read: (text) => gexf.parse(MultiGraph, text), key: (id) => id },
  graphml: { read: (text) => graphml.parse(MultiGraph, text), key: token },
};

async function post(url) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  assert.equal(response.status, 200);
  return response;
}

for (const [format, { read, key }] of Object.entries(readers)) {
  test(`${format} has the nodes, the relationships and the attributes of the answer`, async () => {
    const { neighborhood } = (await (await post(server)).json()).data;
    const graph = read(await (await post(server.replace('/graphql', `/export/${format}`))).text());
    assert.ok(neighborhood.relationships.length > 10);
    assert.equal(graph.order, neighborhood.nodes.length);
    assert.equal(graph.size, neighborhood.relationships.length);
    for (const { id, label } of neighborhood.nodes) assert.equal(graph.getNodeAttribute(key(id), 'label'), label);
    for (const { label, source, target, status } of neighborhood.relationships) {
      const found = graph.edges(key(source.id), key(target.id)).map((edge) => graph.getEdgeAttributes(edge));
      assert.ok(found.some((edge) => edge.label === label && (status === undefined || edge.status === status)));
    }
  });
}
