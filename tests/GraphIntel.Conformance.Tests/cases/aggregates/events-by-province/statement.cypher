CYPHER 5
CALL () {
  MATCH (n1:Event)
  MATCH (n1)-[r4:OCCURRED_AT]->(w3x1)
  WITH DISTINCT n1, w3x1
  MATCH (w3x1)-[:PART_OF*0..32]->(w3x2)
  WITH DISTINCT n1, w3x2
  WITH n1, w3x2 AS n2
  WHERE n2:Place AND n2.kind = $p.a0
  WITH n2, count(*) AS c2
  ORDER BY c2 DESC, n2.id ASC LIMIT $p.a1
  WITH *, COLLECT {
    WITH n2 AS n6
    WHERE n6 IS NOT NULL
    RETURN [n6.name]
  } AS c1
  RETURN collect([c1[0], c2]) AS c3
}
CALL () {
  MATCH (n1:Event)
  WITH count(*) AS c0
  RETURN [c0] AS c4
}
RETURN [[c4[0], c3]] AS r
