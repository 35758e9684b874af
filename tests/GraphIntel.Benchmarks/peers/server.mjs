// The peer: @neo4j/graphql on graphql-yoga, over the database that GraphIntel reads.
// node server.mjs MODEL, with NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE; prints its address once it answers.
//
// What its makers say to do for speed is done: NODE_ENV=production, one driver for the process with its pool, the database named
// (no look-up of the home database), yoga's cache of parsed and validated documents, no logging, no GraphiQL. Beside the database's
// own indexes, it gets one on each property that its model orders or filters by: the library asks for no second property, so it
// cannot use composite ones. One process: on two cores a second one would take the core that Neo4j needs.
import { Neo4jGraphQL } from '@neo4j/graphql'
import { createYoga } from 'graphql-yoga'
import neo4j from 'neo4j-driver'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { adapt } from './model.mjs'

const { NEO4J_URI, NEO4J_USER = 'neo4j', NEO4J_PASSWORD, NEO4J_DATABASE = 'neo4j' } = process.env
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), { telemetryDisabled: true })
const { typeDefs, indexed } = adapt(await readFile(process.argv[2], 'utf8'))
const library = new Neo4jGraphQL({ typeDefs, driver })
const context = { executionContext: driver, sessionConfig: { database: NEO4J_DATABASE } }
const yoga = createYoga({
  schema: await library.getSchema(),
  context,
  graphiql: false,
  landingPage: false,
  logging: false,
  maskedErrors: false,
  parserAndValidationCache: true
})
for (const { label, property } of indexed)
  await driver.executeQuery(`CREATE INDEX peer_${label}_${property} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`, {}, { database: NEO4J_DATABASE })
await driver.executeQuery('CALL db.awaitIndexes()', {}, { database: NEO4J_DATABASE })
// Connections outlive the rounds in which the others are measured.
const server = createServer({ keepAliveTimeout: 600_000 }, yoga)
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}${yoga.graphqlEndpoint}`))
