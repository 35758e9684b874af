CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id IS NOT NULL
  WITH *, COLLECT {
    MATCH (n1)-[r3:OCCURRED_AT]->(n2:Place)
    WITH *, [m IN [point.distance(n2.location, point({latitude: $p.a0, longitude: $p.a1}))] | CASE isNaN(m) WHEN true THEN 20037518 WHEN false THEN toInteger(floor(m + 0.5)) END][0] AS c0
    RETURN c0
  } AS c1
  WITH *
  ORDER BY c1[0] IS NOT NULL DESC, c1[0] DESC, n1.id ASC LIMIT $p.a2
  WITH *, COLLECT {
    MATCH (n1)-[r5:OCCURRED_AT]->(n4:Place)
    RETURN [n4.name]
  } AS c2
  RETURN [n1.id, c2[0]]
} AS c3
RETURN [c3] AS r
