// The official JavaScript driver in the benchmark `bolt`: executes one statement for a time on a number of connections, and prints
// the count, the time and the CPU time as JSON.
// node bolt.mjs URI USER QUERY CONNECTIONS WARM-UP SECONDS, with the password in NEO4J_PASSWORD.
import neo4j from 'neo4j-driver'

const [uri, user, query, connections, warmUp, seconds] = process.argv.slice(2)
const driver = neo4j.driver(uri, neo4j.auth.basic(user, process.env.NEO4J_PASSWORD), {
  maxConnectionPoolSize: Number(connections),
  disableLosslessIntegers: true,
  telemetryDisabled: true
})

async function run(milliseconds) {
  const end = performance.now() + milliseconds
  let count = 0
  const worker = async () => {
    while (performance.now() < end) {
      const session = driver.session({ database: 'neo4j', defaultAccessMode: neo4j.session.READ })
      await session.run(query)
      await session.close()
      count++
    }
  }
  await Promise.all(Array.from({ length: Number(connections) }, worker))
  return count
}

await run(1000 * Number(warmUp))
const cpu = process.cpuUsage()
const start = performance.now()
const count = await run(1000 * Number(seconds))
const used = process.cpuUsage(cpu)
console.log(JSON.stringify({ count, seconds: (performance.now() - start) / 1000, cpuSeconds: (used.user + used.system) / 1e6 }))
await driver.close()
