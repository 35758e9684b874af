// The peer: @neo4j/graphql on graphql-yoga, over the database that GraphIntel reads.
// node server.mjs MODEL, with NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE; prints its address once it answers.
//
// What its makers say to do for speed is done: NODE_ENV=production, one driver for the process with its pool, the database named
// (no look-up of the home database), values that do not change passed as parameters so that Neo4j keeps its plans, yoga's cache of parsed
// and validated documents, no logging, no GraphiQL. Only queries are generated. One process, as a second one would take the
// core that Neo4j needs.
import { Neo4jGraphQL } from '@neo4j/graphql'
import { createYoga } from 'graphql-yoga'
import neo4j from 'neo4j-driver'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { typeDefinitions } from './model.mjs'

const { NEO4J_URI, NEO4J_USER = 'neo4j', NEO4J_PASSWORD, NEO4J_DATABASE = 'neo4j' } = process.env
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), { telemetryDisabled: true })
const library = new Neo4jGraphQL({ typeDefs: typeDefinitions(await readFile(process.argv[2], 'utf8')), driver })
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
await driver.verifyConnectivity({ database: NEO4J_DATABASE })
const server = createServer(yoga)
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}${yoga.graphqlEndpoint}`))
