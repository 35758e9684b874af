// The peer: @neo4j/graphql on graphql-yoga, over the database that GraphIntel reads.
// node server.mjs MODEL, with NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE; prints its address when it listens.
//
// It is configured as its authors recommend for speed: NODE_ENV=production, one driver with its pool for the process, an explicit
// database (no lookup of the home database), yoga's cache of parsed and validated documents, no logging, no GraphiQL. In addition to
// the database's own indexes, each property that the model sorts or filters by gets one, because the library's queries cannot use
// composite indexes. There is one process, because on two cores a second one would take CPU time from Neo4j.
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
// Connections stay open during the measurements of the others.
const server = createServer({ keepAliveTimeout: 600_000 }, yoga)
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}${yoga.graphqlEndpoint}`))
